import { describe, expect, it } from '@jest/globals';
import { CaseBuilder } from './case.testkit.js';
import type { Item, StandingReport } from './recount.oracle.js';
import { explode, Recount } from './recount.oracle.js';
import { registerRules } from './sample.testkit.js';

const RULES = registerRules();
const LATER = '2026-06-30';

/** What one measure counts of a case, without the dimensions. */
function counted(builder: CaseBuilder, measure: string, asOf = LATER): readonly (readonly [string, Item['what']])[] {
  return explode(builder.events, asOf, RULES)
    .filter((item) => item.measure === measure)
    .map(({ date, what }) => [date, what] as const);
}

function claim(benefit: string, received: string, more: Readonly<Record<string, unknown>> = {}): CaseBuilder {
  return new CaseBuilder().add('application.received', received, { benefit, channel: 'online', ...more }, { id: 'r' });
}

describe('readings of the contract that the sample does not settle', () => {
  it('processes a claim by the withdrawal that came first and still dates its decision', () => {
    const both = claim('SCP', '2025-06-02')
      .add('application.withdrawn', '2025-06-10')
      .add('decision.made', '2025-06-20', { outcome: 'authorised' });
    expect(counted(both, 'approval-rate')).toEqual([['2025-06-10', false]]);
    expect(counted(both, 'decisions-made')).toEqual([['2025-06-20', true]]);
  });

  it('counts a claim processed before its start as met, with no time', () => {
    const early = claim('SCP', '2025-06-02', { part2Required: true })
      .add('decision.made', '2025-06-04', { outcome: 'denied' })
      .add('application.part2-received', '2025-06-06');
    expect(counted(early, 'decisions-in-time')).toEqual([['2025-06-04', true]]);
    expect(counted(early, 'decision-time')).toEqual([]);
  });

  it('counts a missed limit from the day after due on, not before', () => {
    const open = claim('FSP', '2025-06-02');
    expect(counted(open, 'decisions-in-time', '2025-06-16')).toEqual([]);
    expect(counted(open, 'decisions-in-time', '2025-06-17')).toEqual([['2025-06-17', false]]);
    expect(counted(open, 'overdue-applications')).toEqual([['2025-06-17', true]]);
  });

  it('leaves the data of a correction that do not fit without effect, and keeps its time', () => {
    const corrected = claim('SCP', '2025-06-02')
      .add('decision.made', '2025-06-20', { outcome: 'denied' }, { id: 'd' })
      .correct('d', '2025-06-21', { data: { outcome: 'authorised' } })
      .correct('d', '2025-06-22', { time: '2025-06-19T12:00:00Z', data: { outcome: 'perhaps' } });
    expect(counted(corrected, 'approval-rate')).toEqual([['2025-06-19', true]]);
  });

  it('does not let a withdrawal be withdrawn', () => {
    const gone = claim('SCP', '2025-06-02')
      .add('decision.made', '2025-06-20', { outcome: 'denied' }, { id: 'd' })
      .add('fact.withdrawn', '2025-06-21', { source: 'urn:example:oracle', id: 'd', reason: 'duplicate' }, { id: 'w' })
      .withdraw('w', '2025-06-22');
    expect(counted(gone, 'decisions-made')).toEqual([]);
  });

  it('knows a fact from the earliest record time of its copies', () => {
    const copied = claim('SCP', '2025-06-02')
      .add('decision.made', '2025-06-20', { outcome: 'denied' }, { id: 'd', recorded: '2025-07-10' })
      .add('decision.made', '2025-06-20', { outcome: 'denied' }, { id: 'd', recorded: '2025-06-25' });
    expect(counted(copied, 'decisions-made', '2025-06-24')).toEqual([]);
    expect(counted(copied, 'decisions-made', '2025-06-25')).toEqual([['2025-06-20', true]]);
  });

  it('lets a redetermination that was withdrawn first and then allowed end by the withdrawal, and be allowed', () => {
    const both = claim('ADP', '2025-06-02')
      .add('decision.made', '2025-06-20', { outcome: 'denied' })
      .add('redetermination.requested', '2025-07-01', { ref: 'one' })
      .add('redetermination.withdrawn', '2025-07-03', { ref: 'one' })
      .add('redetermination.decided', '2025-07-08', { ref: 'one', outcome: 'allowed' });
    expect(counted(both, 'redetermination-outcomes')).toEqual([['2025-07-03', 'withdrawn']]);
    expect(counted(both, 'redeterminations-in-time')).toEqual([]);
    expect(counted(both, 'redetermination-time')).toEqual([['2025-07-08', 5]]);
    expect(counted(both, 'right-first-time')).toEqual([['2025-06-20', false]]);
  });

  it('answers a complaint at stage 2 only once stage 2 has begun', () => {
    const complaint = new CaseBuilder()
      .add('complaint.received', '2025-06-02', { stage: 1, reason: 'policy' })
      .add('complaint.withdrawn', '2025-06-03')
      .add('complaint.responded', '2025-06-04', { stage: 2, outcome: 'upheld' });
    expect(counted(complaint, 'complaint-outcomes')).toEqual([]);
    complaint.add('complaint.escalated', '2025-06-04');
    expect(counted(complaint, 'complaint-outcomes')).toEqual([['2025-06-04', 'upheld']]);
    expect(counted(complaint, 'complaints-stage1-in-time')).toEqual([]);
    expect(counted(complaint, 'complaints-stage2-in-time')).toEqual([['2025-06-04', true]]);
  });

  it('does not compute a due date beyond the end of the holiday calendar', () => {
    const late = claim('ADP', '2028-12-01');
    expect(counted(late, 'decisions-in-time', '2029-12-31')).toEqual([]);
  });
});

describe('what is reported', () => {
  const about = { measure: 'S3-M58', year: '2025-26' };
  const reported = (builder: CaseBuilder, asOf = LATER): StandingReport =>
    new Recount(builder.events, RULES).reported('S3-M58', '2025-26', asOf);
  const twice = new CaseBuilder('S3-M58.2025-26')
    .add('figure.reported', '2026-05-05', { ...about, value: 2 }, { id: 'second' })
    .add('figure.reported', '2026-05-04', { ...about, value: 1 }, { id: 'first' });

  it('stands by the latest figure, as long as that is not withdrawn', () => {
    expect(reported(twice).figure?.value).toBe(2);
    expect(reported(twice, '2026-05-04').figure?.value).toBe(1);
    const withdrawn = new CaseBuilder('S3-M58.2025-26');
    withdrawn.events.push(...twice.events);
    withdrawn.withdraw('second', '2026-06-01');
    expect(reported(withdrawn, '2026-05-31').figure?.value).toBe(2);
    expect(reported(withdrawn).figure?.value).toBe(1);
  });

  it('is of the measure and year that its subject names, or of none', () => {
    const moved = new CaseBuilder('S3-M58.2025-26')
      .add('evidence.filed', '2026-05-05', { ...about, title: 'T', summary: 'S' }, { id: 'e' })
      .add('evidence.filed', '2026-05-06', { ...about, year: '2024-25', title: 'U', summary: 'S' });
    expect(reported(moved).entries.map(({ title }) => title)).toEqual(['T']);
    moved.correct('e', '2026-05-07', { data: { ...about, measure: 'S1-M28', title: 'T', summary: 'S' } });
    expect(reported(moved).entries).toEqual([]);
  });
});
