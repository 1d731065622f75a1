import { dayOf } from '../../libs/calendars/local-date.calendar.js';
import { putsRight, type FactName } from '../../libs/events/fact-name.fact.js';
import type { Chance } from './chance.simulation.js';
import { dataOf, type Data } from './told-data.simulation.js';

/** A synthetic fact of a case. Two that say the same are one object, told more than once. */
export interface ToldFact {
  readonly subject: string;
  readonly name: FactName;
  readonly source: string;
  readonly id: string;
  /** Milliseconds, and the digits below them. */
  readonly at: number;
  readonly finer: string;
  readonly data: Data;
}

/** Everything happens within these days, both included. */
export const firstDay = dayOf(2025, 10, 1);
export const lastDay = firstDay + 199;

const dayLength = 86_400_000;
const hour = 3_600_000;

/** A fact that may happen, how often it does, and how many days after the case's beginning. */
type Step = readonly [name: FactName, share: number, soonest: number, latest: number];

const claim: readonly Step[] = [
  ['application.received', 0.94, 0, 0],
  ['application.received', 0.1, 0, 20],
  ['equality.form-recorded', 0.5, 0, 20],
  ['equality.form-recorded', 0.3, 0, 60],
  ['application.part2-received', 0.4, 1, 20],
  ['case.work-started', 0.1, 1, 20],
  ['evidence.complete', 0.2, 2, 40],
  ['client.update-sent', 0.1, 2, 40],
  ['application.withdrawn', 0.15, 1, 60],
  ['decision.made', 0.75, 5, 90],
  ['decision.made', 0.12, 5, 120],
  ['redetermination.requested', 0.45, 20, 110],
  ['redetermination.requested', 0.15, 20, 110],
  ['redetermination.accepted-late', 0.15, 30, 120],
  ['redetermination.withdrawn', 0.12, 30, 140],
  ['redetermination.overdue-notified', 0.08, 60, 160],
  ['redetermination.decided', 0.4, 30, 190],
  ['redetermination.decided', 0.1, 30, 190],
  ['appeal.lodged', 0.15, 60, 150],
  ['appeal.decided', 0.12, 90, 199],
  ['payment.promised', 0.4, 20, 80],
  ['payment.promised', 0.15, 20, 80],
  ['payment.issued', 0.4, 20, 100],
  ['payment.corrected', 0.1, 30, 120],
];

const support: readonly Step[] = [
  ['application.received', 0.96, 0, 0],
  ['equality.form-recorded', 0.5, 0, 40],
  ['evidence.complete', 0.5, 2, 40],
  ['evidence.complete', 0.2, 2, 90],
  ['consultation.held', 0.3, 2, 90],
  ['decision.made', 0.8, 5, 90],
  ['document.format-requested', 0.5, 0, 60],
  ['document.format-supplied', 0.4, 5, 90],
  ['adjustment.requested', 0.5, 0, 60],
  ['adjustment.made', 0.4, 5, 90],
  ['advocacy.referred', 0.5, 0, 60],
  ['advocacy.started', 0.4, 5, 90],
  ['appointment.requested', 0.6, 0, 60],
  ['appointment.held', 0.4, 5, 90],
];

const complaint: readonly Step[] = [
  ['complaint.received', 0.95, 0, 0],
  ['complaint.received', 0.1, 0, 10],
  ['complaint.acknowledged', 0.2, 0, 3],
  ['complaint.responded', 0.6, 0, 12],
  ['complaint.escalated', 0.4, 2, 15],
  ['complaint.responded', 0.5, 8, 50],
  ['complaint.withdrawn', 0.15, 1, 30],
];

const call: readonly Step[] = [
  ['call.ended', 1, 0, 0],
  ['call.ended', 0.1, 0, 1],
];

const feedback: readonly Step[] = [
  ['feedback.given', 0.95, 0, 0],
  ['feedback.given', 0.1, 0, 5],
  ['feedback.acted-on', 0.3, 1, 30],
];

const survey: readonly Step[] = [
  ['survey.response-recorded', 0.95, 0, 0],
  ['survey.response-recorded', 0.1, 0, 5],
];

const kinds = [claim, claim, claim, support, complaint, complaint, call, feedback, survey];
const sources = ['urn:example:desk', 'urn:example:post'];

/** What happens in one case, corrections and withdrawals included, in no particular order. */
export function tellCase(subject: string, chance: Chance): readonly ToldFact[] {
  const steps = chance.oneOf(kinds);
  const begin = chance.between(0, 150);
  const facts: ToldFact[] = [];
  const tell = (name: FactName, day: number, data: Data | null): ToldFact => {
    const together = chance.happens(0.06) ? facts.at(-1) : undefined;
    const at = together?.at ?? instantOn(Math.max(firstDay, Math.min(day, lastDay)), chance);
    const fact: ToldFact = {
      subject,
      name,
      source: chance.oneOf(sources),
      id: `${name.slice(0, 3)}-${facts.length}`,
      at,
      finer: together?.finer ?? (chance.happens(0.05) ? String(chance.between(1, 999)).replace(/0+$/, '') : ''),
      data: data ?? dataOf(name, chance, day),
    };
    facts.push(fact);
    return fact;
  };

  for (const [name, share, soonest, latest] of steps) {
    if (!chance.happens(share)) continue;
    const inTurn = firstDay + begin + chance.between(soonest, latest);
    const fact = tell(name, chance.happens(0.1) ? chance.between(firstDay, lastDay) : inTurn, null);
    if (chance.happens(0.12)) tellCorrection(fact, chance, tell);
    if (chance.happens(0.03)) tellCorrection(fact, chance, tell);
    if (chance.happens(0.06)) tellWithdrawal(fact, chance, tell);
  }
  return facts;
}

/** Another fact under the identity of this one: with other data, at another time, or both. */
export function contradictionOf(fact: ToldFact, chance: Chance): ToldFact {
  const data = putsRight(fact.name) ? fact.data : dataOf(fact.name, chance, firstDay);
  const sameData = JSON.stringify(data) === JSON.stringify(fact.data);
  return { ...fact, at: fact.at - (sameData ? hour : hour * chance.between(0, 1)), data };
}

type Tell = (name: FactName, day: number, data: Data | null) => ToldFact;

function tellCorrection(fact: ToldFact, chance: Chance, tell: Tell): void {
  const day = Math.floor(fact.at / dayLength);
  const { source, id } = fact;
  const time = new Date(Math.min(fact.at + hour * chance.between(-200, 200), (lastDay + 1) * dayLength)).toISOString();
  const data = chance.happens(0.8) ? dataOf(fact.name, chance, day) : { outcome: 'no such outcome' };
  const stated = chance.oneOf([{ time }, { data }, { time, data }]);
  const correction = tell('fact.corrected', day + chance.between(0, 40), { source, id, ...stated });
  if (chance.happens(0.1)) tellWithdrawal(correction, chance, tell);
}

function tellWithdrawal({ at, source, id }: ToldFact, chance: Chance, tell: Tell): void {
  const known = chance.happens(0.9) ? id : 'nothing-like-it';
  const day = Math.floor(at / dayLength) + chance.between(0, 40);
  tell('fact.withdrawn', day, { source, id: known, reason: 'entered-in-error' });
}

/** A time of day to the second, sometimes close to midnight in London. */
function instantOn(day: number, chance: Chance): number {
  const second = chance.happens(0.2) ? chance.between(22 * 3_600, 24 * 3_600 - 1) : chance.between(0, 24 * 3_600 - 1);
  return day * dayLength + second * 1_000;
}
