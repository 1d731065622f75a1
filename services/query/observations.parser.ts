import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { FilterDto, ObservationsDto } from './observations.dto.js';
import type { QueryMembers } from './query-string.parser.js';
import { parsed, refused, type Parsed, type Refusal } from './refusal.rule.js';

const MEMBERS = ['measure', 'grain', 'from', 'to', 'by', 'filter[<dimension>]', 'asOf', 'format'];
const LONGEST_NAME_SHOWN = 40;

/** Reads a query of `GET /v1/observations` by its shape; refused are unknown members, and values where one is expected. */
export function readObservations(members: QueryMembers): Parsed<ObservationsDto> {
  const plain: Record<string, unknown> = {};
  const filter: object[] = [];
  const unknown: Refusal[] = [];
  for (const [name, values] of members) {
    const value = values.length === 1 ? values[0] : values;
    const dimension = /^filter\[([^[\]]{1,40})\]$/.exec(name)?.[1];
    if (dimension !== undefined) filter.push({ dimension, code: value });
    else if (MEMBERS.includes(name)) plain[name] = value;
    else unknown.push(unknownMember(name));
  }
  const query = plainToInstance(ObservationsDto, { ...plain, filter });
  const refusals = [...unknown, ...validateSync(query, { stopAtFirstError: true }).flatMap(refusalsOf)];
  return refusals.length === 0 ? parsed(query) : refused(...refusals);
}

function unknownMember(name: string): Refusal {
  const member = name.length > LONGEST_NAME_SHOWN ? `${name.slice(0, LONGEST_NAME_SHOWN)}…` : name;
  return { member, detail: 'The query has no such member.', allowed: MEMBERS };
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
