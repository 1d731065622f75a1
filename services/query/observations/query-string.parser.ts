/** The members of a query string: for each name its values, in the order given. */
export type QueryMembers = ReadonlyMap<string, readonly string[]>;

/** The members of a request's target. Brackets and dots in a name are part of the name: nothing is read as structure. */
export function readQueryString(target: string): QueryMembers {
  const start = target.indexOf('?');
  const members = new Map<string, string[]>();
  if (start < 0) return members;
  for (const [name, value] of new URLSearchParams(target.slice(start + 1))) {
    const values = members.get(name);
    if (values === undefined) members.set(name, [value]);
    else values.push(value);
  }
  return members;
}
