import type { Told } from './asked.testkit.js';

/** What an answer may not tell of the program inside: a stack, a path, a driver's message. */
const INSIDE = /\n\s+at \S+ ?\(|node_modules|\/dist\/|\bSQLITE_|TypeError|RangeError/;

/** What is wrong with an answer, whatever was asked; `null`: nothing. */
export function faultOf({ status, text }: Told): string | null {
  if (status !== null && status >= 500) return `answered ${status}: ${text.slice(0, 200)}`;
  const inside = status === null || status < 400 ? null : INSIDE.exec(text);
  return inside === null ? null : `answered ${status} and told ${JSON.stringify(inside[0])}`;
}
