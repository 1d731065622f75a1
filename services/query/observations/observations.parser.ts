import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Grain } from '../../../libs/calendars/period.calendar.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { headingGrainOf } from '../attention/last-whole-period.rule.js';
import { FilterDto, ObservationsDto } from './observations.dto.js';
import { unknownMember } from './plain-query.parser.js';
import type { QueryMembers } from './query-string.parser.js';
import { parsed, refused, type Parsed, type Refusal } from '../refusal.rule.js';

const ALL_MEMBERS = ['measure', 'grain', 'from', 'to', 'by', 'filter[<dimension>]', 'asOf', 'format'];
/** What the stream takes: it is always of the present period, as known now, in JSON. */
export const STREAM_MEMBERS: readonly string[] = ['measure', 'grain', 'by', 'filter[<dimension>]'];

/**
 * Reads a query for observations by its shape; refused are members other than those allowed, and values where one is
 * expected.
 */
export function readObservations(
  members: QueryMembers,
  allowed: readonly string[] = ALL_MEMBERS,
): Parsed<ObservationsDto> {
  const plain: Record<string, unknown> = {};
  const filter: object[] = [];
  const unknown: Refusal[] = [];
  for (const [name, values] of members) {
    const value = values.length === 1 ? values[0] : values;
    const dimension = /^filter\[([^[\]]{1,40})\]$/.exec(name)?.[1];
    if (dimension !== undefined) filter.push({ dimension, code: value });
    else if (allowed.includes(name)) plain[name] = value;
    else unknown.push(unknownMember(name, allowed));
  }
  const query = plainToInstance(ObservationsDto, { grain: grainUnasked(plain['measure']), ...plain, filter });
  const refusals = [...unknown, ...validateSync(query, { stopAtFirstError: true }).flatMap(refusalsOf)];
  return refusals.length === 0 ? parsed(query) : refused(...refusals);
}

/** The grain of a measure, or of a version of it, where none is asked for. */
function grainUnasked(measure: unknown): Grain {
  const [asked] = String(measure).split('@');
  const known = measures.find(({ id }) => id === asked);
  return known === undefined ? 'month' : headingGrainOf(known);
}

function refusalsOf({ property, constraints, contexts, children = [] }: ValidationError): readonly Refusal[] {
  const [detail] = Object.values(constraints ?? {});
  if (detail === undefined) return children.flatMap(refusalsOfFilter);
  return [{ member: property, detail, ...contextOf(contexts) }];
}

function refusalsOfFilter({ value, children = [] }: ValidationError): readonly Refusal[] {
  const member = value instanceof FilterDto ? `filter[${value.dimension}]` : 'filter';
  return children.flatMap(refusalsOf).map((refusal) => ({ ...refusal, member }));
}

/** What the failed rule has on its declaration to help the caller. */
function contextOf(contexts: ValidationError['contexts'] = {}): Pick<Refusal, 'allowed'> {
  const [context] = Object.values<Pick<Refusal, 'allowed'>>(contexts);
  return context ?? {};
}
