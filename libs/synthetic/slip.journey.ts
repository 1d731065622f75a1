import type { FactData } from '../events/fact-catalogue.fact.js';
import type { FactName } from '../events/fact-name.fact.js';
import { formatInstant } from '../calendars/instant.calendar.js';
import type { Journal } from './journal.rule.js';
import { sources } from './source.rule.js';

/** How people who record facts go wrong, and put it right within some days. */

const DAY = 86_400_000;

/** A fact recorded with wrong data, then corrected. */
export function tellWithWrongData<N extends FactName>(
  journal: Journal,
  name: N,
  at: number,
  right: FactData[N],
  wrong: FactData[N],
): void {
  const { id } = journal.tell(name, at, wrong);
  journal.tell('fact.corrected', noticedAfter(journal, at), { source: sources[name], id, data: { ...right } });
}

/** A fact recorded as if it had happened earlier, then corrected. */
export function tellWithWrongTime<N extends FactName>(
  journal: Journal,
  name: N,
  at: number,
  data: FactData[N],
  wrongAt: number,
): void {
  const { id } = journal.tell(name, wrongAt, data, at);
  journal.tell('fact.corrected', noticedAfter(journal, at), { source: sources[name], id, time: formatInstant(at) });
}

/** A fact that never was, recorded and then withdrawn. */
export function tellByMistake<N extends FactName>(journal: Journal, name: N, at: number, data: FactData[N]): void {
  const { id } = journal.tell(name, at, data);
  const reason = journal.chance.oneOf(['entered-in-error', 'duplicate', 'wrong-case'] as const);
  journal.tell('fact.withdrawn', noticedAfter(journal, at), { source: sources[name], id, reason });
}

function noticedAfter({ chance }: Journal, at: number): number {
  return at + Math.floor(((0.2 + chance.exponential(3)) * DAY) / 1_000) * 1_000;
}
