import type { Problem } from './problem.fact.js';
import { repeatedKeys } from './unique.rule.js';

/** The problems of a list of coded things, whose codes must be exactly those that events may use. */
export function problemsOfCodes(
  list: readonly { readonly code: string }[],
  eventCodes: readonly string[],
): readonly Problem[] {
  const listed = new Set(list.map(({ code }) => code));
  return [
    ...repeatedKeys(list, '', ({ code }) => code),
    ...list.flatMap(({ code }, index) =>
      eventCodes.includes(code) ? [] : [{ pointer: `/${index}/code`, what: `${code} is no code that events may use` }],
    ),
    ...eventCodes
      .filter((code) => !listed.has(code))
      .map((code) => ({ pointer: '', what: `lacks ${code}, which events may use` })),
  ];
}
