import { describe, expect, it } from '@jest/globals';
import { effectiveFacts } from '../events/correction.fact.js';
import type { Fact, FactOf } from '../events/fact-catalogue.fact.js';
import { FACT_NAMES, typeOfFact, type FactName } from '../events/fact-name.fact.js';
import { written } from './journal.rule.js';
import { begunBetween, casesOf, examplePlan } from './plan.testkit.js';

/** More complaints and redeterminations than usual, so that every kind of thing happens to some. */
const calibration = {
  ...examplePlan.calibration,
  complaintsPerApplication: 0.15,
  benefits: examplePlan.calibration.benefits.map((benefit) => ({ ...benefit, redeterminationRate: 0.3 })),
};
const events = begunBetween({ ...examplePlan, calibration }, '2025-04-01', '2026-03-31')
  .flat()
  .map(written);
/** Every case as it stands once everything was put right, in reading order. */
const cases: readonly (readonly Fact[])[] = [...casesOf(events).values()].map(effectiveFacts);

function named<N extends FactName>(facts: readonly Fact[], name: N): readonly FactOf<N>[] {
  return facts.filter((fact): fact is Fact & FactOf<N> => fact.name === name);
}

function refOf({ data }: Fact): string | null {
  return 'ref' in data ? data.ref : null;
}

/** What ends something, and what has begun it (contract: measures, "Terms"). */
const beginnings: readonly (readonly [ending: FactName, beginning: FactName])[] = [
  ['application.part2-received', 'application.received'],
  ['application.withdrawn', 'application.received'],
  ['decision.made', 'application.received'],
  ['evidence.complete', 'evidence.requested'],
  ['redetermination.requested', 'decision.made'],
  ['redetermination.accepted-late', 'redetermination.requested'],
  ['redetermination.overdue-notified', 'redetermination.requested'],
  ['redetermination.decided', 'redetermination.requested'],
  ['redetermination.withdrawn', 'redetermination.requested'],
  ['appeal.lodged', 'redetermination.decided'],
  ['appeal.decided', 'appeal.lodged'],
  ['payment.promised', 'decision.made'],
  ['payment.issued', 'payment.promised'],
  ['payment.corrected', 'payment.issued'],
  ['document.format-supplied', 'document.format-requested'],
  ['adjustment.made', 'adjustment.requested'],
  ['advocacy.started', 'advocacy.referred'],
  ['appointment.held', 'appointment.requested'],
  ['complaint.acknowledged', 'complaint.received'],
  ['complaint.responded', 'complaint.received'],
  ['complaint.escalated', 'complaint.responded'],
  ['complaint.withdrawn', 'complaint.received'],
  ['feedback.acted-on', 'feedback.given'],
];

/** What can happen but once in a case. */
const once: readonly FactName[] = [
  'application.received',
  'application.part2-received',
  'application.withdrawn',
  'decision.made',
  'complaint.received',
  'complaint.escalated',
  'call.ended',
  'feedback.given',
  'feedback.acted-on',
  'survey.response-recorded',
];

/** The endings of a case that no beginning comes before, of the same thing where things have names. */
function outOfOrder(facts: readonly Fact[], ending: FactName, beginning: FactName): readonly Fact[] {
  const begun = facts.filter(({ name }) => name === beginning);
  const ofOneKind = ending.split('.')[0] === beginning.split('.')[0];
  const ofOneThing = (fact: Fact, other: Fact): boolean =>
    !ofOneKind || refOf(fact) === null || refOf(fact) === refOf(other);
  return facts.filter(
    (fact) => fact.name === ending && !begun.some((other) => other.at < fact.at && ofOneThing(fact, other)),
  );
}

describe('journeys', () => {
  it.each(beginnings)('%s never comes before %s', (ending, beginning) => {
    expect(cases.flatMap((facts) => outOfOrder(facts, ending, beginning))).toEqual([]);
    expect(cases.some((facts) => facts.some(({ name }) => name === ending))).toBe(true);
  });

  it.each(once)('%s happens once in a case', (name) => {
    expect(cases.filter((facts) => named(facts, name).length > 1)).toEqual([]);
  });

  it('that end in a withdrawal know no decision, and none that were denied are paid', () => {
    const wrong = cases.filter((facts) => {
      const [decision] = named(facts, 'decision.made');
      const withdrawn = named(facts, 'application.withdrawn').length > 0;
      const paid = named(facts, 'payment.promised').length > 0;
      return (withdrawn && decision !== undefined) || (paid && decision?.data.outcome !== 'authorised');
    });
    expect(wrong).toEqual([]);
  });

  it('are decided, answered and paid by people on working days', () => {
    const byOffice: readonly FactName[] = ['decision.made', 'complaint.responded', 'redetermination.decided'];
    const { calendar } = examplePlan.rules;
    const closed = cases
      .flat()
      .filter(
        ({ name, at }) => byOffice.includes(name) && calendar.isWorkingDay(Math.floor(at / 86_400_000)) === false,
      );
    expect(closed).toEqual([]);
  });

  it('have a second part where one is needed, and no decision without it', () => {
    const wrong = cases.filter((facts) => {
      const needed = named(facts, 'application.received').some(({ data }) => data.part2Required === true);
      const came = named(facts, 'application.part2-received').length > 0;
      return came !== needed && (came || named(facts, 'decision.made').length > 0);
    });
    expect(wrong).toEqual([]);
  });

  it('tell every fact of the contract', () => {
    const told = new Set(events.map(({ event }) => event.type));
    expect([...told].sort()).toEqual(FACT_NAMES.map(typeOfFact).sort());
  });

  it('put right a few facts in a thousand', () => {
    const share = events.filter(({ event }) => event.type.startsWith('charter.fact.')).length / events.length;
    expect(share).toBeGreaterThan(0.001);
    expect(share).toBeLessThan(0.006);
  });

  it('label what is reported as synthetic, file it in June, and leave gaps', () => {
    const filed = events.filter(({ event }) => /(figure\.reported|evidence\.filed)/.test(event.type));
    for (const { event } of filed) {
      expect(JSON.stringify(event.data)).toContain('Synthetic example');
      expect(event.time.slice(5, 7)).toBe('06');
    }
    const evidenced = examplePlan.register.charter.measures.filter(({ evidencedBy }) =>
      evidencedBy.some(({ kind }) => kind === 'reported' || kind === 'narrative'),
    );
    const measures = new Set(filed.map(({ event }) => event.subject.split('.')[0]));
    expect(measures.size).toBeGreaterThan(evidenced.length * 0.6);
    expect(measures.size).toBeLessThan(evidenced.length);
  });
});
