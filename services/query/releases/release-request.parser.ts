import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { formatInstant, parseInstant } from '../../../libs/calendars/instant.calendar.js';
import { parsed, refused, type Parsed, type Refusal } from '../refusal.rule.js';
import { ReleaseRequestDto } from './release-request.dto.js';

const MEMBERS = ['year', 'state', 'note', 'embargoUntil', 'preReleaseRoles'];

/** A release as it is asked for, the embargo's end in UTC. */
export type ReleaseRequest = Pick<ReleaseRequestDto, 'year' | 'state' | 'note' | 'preReleaseRoles'> & {
  readonly embargoUntil: string | null;
};

/** Reads the body of `POST /v1/releases`; refused are members that it does not have, and values of another shape. */
export function readReleaseRequest(body: unknown): Parsed<ReleaseRequest> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refused({ member: 'body', detail: 'Takes a JSON object.' });
  }
  const unknown = Object.keys(body)
    .filter((name) => !MEMBERS.includes(name))
    .map((): Refusal => ({ member: 'body', detail: 'Has a member that a release does not have.', allowed: MEMBERS }));
  const request = plainToInstance(ReleaseRequestDto, body);
  const wrong = validateSync(request, { stopAtFirstError: true }).map(
    ({ property, constraints, contexts }): Refusal => {
      const [detail = 'Cannot be read.'] = Object.values(constraints ?? {});
      const [context] = Object.values<Pick<Refusal, 'allowed'>>(contexts ?? {});
      return { member: property, detail, ...context };
    },
  );
  if (unknown.length + wrong.length > 0) return refused(...unknown, ...wrong);
  const { year, state, note, preReleaseRoles, embargoUntil } = request;
  const embargo = embargoUntil === undefined ? null : parseInstant(embargoUntil);
  if (embargoUntil !== undefined && embargo === null) {
    return refused({ member: 'embargoUntil', detail: 'Takes an instant: 2026-06-30T09:30:00+01:00.' });
  }
  return parsed({
    year,
    state,
    note,
    preReleaseRoles,
    embargoUntil: embargo === null ? null : formatInstant(embargo.at),
  });
}
