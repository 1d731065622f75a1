import { readQueryString } from './query-string.parser.js';
import { parsed, refused, type Parsed, type Refusal } from '../refusal.rule.js';

const LONGEST_NAME_SHOWN = 40;

/** Members of a query that take one text each, all of them optional. */
export type PlainQuery<Name extends string> = Readonly<Partial<Record<Name, string>>>;

/** Reads the query of a request's target that may have the members named, each at most once, and no other. */
export function readPlainQuery<Name extends string>(target: string, names: readonly Name[]): Parsed<PlainQuery<Name>> {
  const query: Partial<Record<Name, string>> = {};
  const refusals: Refusal[] = [];
  for (const [name, values] of readQueryString(target)) {
    const known = names.find((candidate) => candidate === name);
    const [value] = values;
    if (known === undefined) refusals.push(unknownMember(name, names));
    else if (value === undefined || values.length > 1)
      refusals.push({ member: known, detail: 'Takes one value, once.' });
    else query[known] = value;
  }
  return refusals.length === 0 ? parsed(query) : refused(...refusals);
}

/** A member that the query of a route does not have. */
export function unknownMember(name: string, allowed: readonly string[]): Refusal {
  const member = name.length > LONGEST_NAME_SHOWN ? `${name.slice(0, LONGEST_NAME_SHOWN)}…` : name;
  return { member, detail: 'The query has no such member.', allowed };
}
