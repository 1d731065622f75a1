import { describe, expect, it } from '@jest/globals';
import { no, notComputable, stillOpen, yes, type Measure } from '../measure.measure.js';
import { day, holdingsOf, measureNamed, questionOf, type Asked, type WrittenRow } from './holdings.testkit.js';
import { observe, type ObjectiveOn, type Observation } from './observe.measure.js';

const received = measureNamed('applications-received');
const inTime = measureNamed('decisions-in-time');
const quarter = { from: '2026-01-01', to: '2026-03-31' };

function answer(
  measure: Measure,
  rows: readonly WrittenRow[],
  asked: Asked,
  objectiveOn: ObjectiveOn = () => null,
): readonly Observation[] {
  return observe(questionOf(measure, asked), holdingsOf(measure, rows), objectiveOn);
}

describe('which rows an answer has', () => {
  it('one for every period without a breakdown, in order', () => {
    expect(
      answer(received, [], quarter).map(({ period, start, end, dimensions, value }) => [
        period,
        start,
        end,
        dimensions,
        value,
      ]),
    ).toEqual([
      ['2026-01', '2026-01-01', '2026-01-31', {}, 0],
      ['2026-02', '2026-02-01', '2026-02-28', {}, 0],
      ['2026-03', '2026-03-01', '2026-03-31', {}, 0],
    ]);
  });

  it('none with a breakdown of nothing', () => {
    expect(answer(received, [], { ...quarter, by: ['benefit'] })).toEqual([]);
  });

  it('a combination in every period if in some period something is counted for it', () => {
    const rows = [
      { on: '2026-01-05', x: 0, at: { benefit: 'SCP' } },
      { on: '2026-03-05', x: 0, at: { benefit: 'ADP' } },
      { on: '2025-12-31', x: 0, at: { benefit: 'CDP' } },
    ];
    expect(
      answer(received, rows, { ...quarter, by: ['benefit'] }).map((row) => [
        row.period,
        row.dimensions['benefit'],
        row.value,
      ]),
    ).toEqual([
      ['2026-01', 'ADP', 0],
      ['2026-01', 'SCP', 1],
      ['2026-02', 'ADP', 0],
      ['2026-02', 'SCP', 0],
      ['2026-03', 'ADP', 1],
      ['2026-03', 'SCP', 0],
    ]);
  });

  it('no combination that the filter or K leaves out', () => {
    const rows = [
      { on: '2026-01-05', x: 0, at: { benefit: 'SCP', channel: 'phone' } },
      { on: '2026-01-05', x: 0, at: { benefit: 'ADP', channel: 'online' } },
      { on: '2026-01-05', x: 0, at: { benefit: 'CDP', channel: 'online' }, known: '2026-04-02' },
    ];
    const asked = { from: '2026-01-01', to: '2026-01-31', by: ['benefit'], filter: { channel: 'online' } };
    const benefitsKnownAt = (asOf: string): readonly unknown[] =>
      answer(received, rows, { ...asked, asOf }).map(({ dimensions }) => dimensions['benefit']);
    expect(benefitsKnownAt('2026-04-01')).toEqual(['ADP']);
    expect(benefitsKnownAt('2026-04-02')).toEqual(['ADP', 'CDP']);
  });

  it('no combination that is counted no more', () => {
    const rows = [
      { on: '2026-01-05', x: 0, at: { benefit: 'SCP' }, known: '2026-01-05' },
      { on: '2026-01-05', x: 0, at: { benefit: 'SCP' }, known: '2026-01-06', count: -1 },
    ];
    expect(answer(received, rows, { ...quarter, by: ['benefit'] })).toEqual([]);
  });

  it('two dimensions in the order of their codes, the first dimension first', () => {
    const places = [
      ['SCP', 'online'],
      ['ADP', 'phone'],
      ['SCP', 'in-person'],
      ['ADP', 'online'],
    ] as const;
    const rows = places.map(([benefit, channel]) => ({ on: '2026-01-05', x: 0, at: { benefit, channel } }));
    const january = { from: '2026-01-01', to: '2026-01-31' };
    const codes = (by: readonly string[]): readonly string[] =>
      answer(received, rows, { ...january, by }).map(({ dimensions }) => Object.values(dimensions).join(' '));
    expect(codes(['benefit', 'channel'])).toEqual(['ADP online', 'ADP phone', 'SCP in-person', 'SCP online']);
    expect(codes(['channel', 'benefit'])).toEqual(['in-person SCP', 'online ADP', 'online SCP', 'phone ADP']);
  });
});

describe('what a row says', () => {
  const january = { from: '2026-01-01', to: '2026-01-31' };
  const nothing = { value: null, numerator: null, denominator: null, p90: null, parts: null, interval: null };

  it.each([
    ['applications-received', [{ on: '2026-01-05', x: 0, count: 3 }], { ...nothing, value: 3 }],
    [
      'approval-rate',
      [
        { on: '2026-01-05', x: yes, count: 3 },
        { on: '2026-01-05', x: no },
      ],
      { ...nothing, value: 0.75, numerator: 3, denominator: 4, interval: expect.objectContaining({ level: 0.95 }) },
    ],
    [
      'decision-time',
      [
        { on: '2026-01-05', x: 7 },
        { on: '2026-01-06', x: 4 },
      ],
      { ...nothing, value: 5.5, p90: 7, denominator: 2 },
    ],
    [
      'call-wait',
      [
        { on: '2026-01-05', x: 30, count: 2 },
        { on: '2026-01-05', x: 0 },
      ],
      { ...nothing, value: 20, numerator: 60, denominator: 3 },
    ],
    ['open-applications', [{ on: '2025-06-05', x: stillOpen, count: 2 }], { ...nothing, value: 2 }],
    [
      'redetermination-outcomes',
      [
        { on: '2026-01-05', x: 0, count: 2 },
        { on: '2026-01-05', x: 3 },
      ],
      { ...nothing, value: 3, parts: { allowed: 2, 'partly-allowed': 0, disallowed: 0, withdrawn: 1 } },
    ],
  ])('of %s, every member', (id, rows, figure) => {
    expect(answer(measureNamed(id), rows, january)).toEqual([
      {
        period: '2026-01',
        start: '2026-01-01',
        end: '2026-01-31',
        complete: true,
        dimensions: {},
        ...figure,
        target: null,
        status: [],
      },
    ]);
  });

  it.each([
    ['applications-received', 0, []],
    ['open-applications', 0, []],
    ['approval-rate', null, ['z']],
    ['decisions-in-time', null, ['z']],
    ['decision-time', null, ['z']],
    ['call-wait', null, ['z']],
    ['redetermination-outcomes', null, ['z']],
  ])('of %s where nothing is counted: %j %j', (id, value, status) => {
    expect(answer(measureNamed(id), [], january)).toMatchObject([{ value, status, interval: null, p90: null }]);
  });

  it('of a stock is nothing in a period that begins after K', () => {
    const rows = [{ on: '2026-01-05', x: stillOpen }];
    expect(answer(measureNamed('open-applications'), rows, { ...quarter, asOf: '2026-02-27' })).toMatchObject([
      { value: 1, complete: true, status: ['p'] },
      { value: 1, complete: false, status: ['p'] },
      { value: null, complete: false, status: ['z', 'p'] },
    ]);
  });

  it('is not available where something in it could not be computed', () => {
    const rows = [
      { on: '2026-01-05', x: yes },
      { on: '2026-01-31', x: notComputable },
    ];
    expect(answer(inTime, rows, { ...january, grain: 'day', from: '2026-01-05', to: '2026-01-05' })).toMatchObject([
      { value: 1, status: [] },
    ]);
    expect(answer(inTime, rows, january)).toMatchObject([{ ...nothing, status: ['x'] }]);
  });
});

describe('a period', () => {
  const asKnownAt = (asOf: string): Observation | undefined =>
    answer(inTime, [], { from: '2026-01-01', to: '2026-01-31', asOf })[0];

  it('is complete once K lies after it', () => {
    const complete = ['2026-01-15', '2026-01-31', '2026-02-01'].map((asOf) => asKnownAt(asOf)?.complete);
    expect(complete).toEqual([false, false, true]);
  });

  it('is provisional until 28 days after it have passed', () => {
    expect(asKnownAt('2026-02-27')?.status).toEqual(['z', 'p']);
    expect(asKnownAt('2026-02-28')?.status).toEqual(['z']);
  });

  it('has the objective in force on its first day', () => {
    const objectiveOn: ObjectiveOn = (on) => (on < day('2026-02-01') ? null : on === day('2026-02-01') ? 0.9 : 0.95);
    expect(answer(inTime, [], quarter, objectiveOn).map(({ target }) => target)).toEqual([null, 0.9, 0.95]);
  });

  it('is returned whole where the range cuts it', () => {
    const rows = [{ on: '2026-01-01', x: yes }];
    expect(answer(inTime, rows, { from: '2026-01-20', to: '2026-01-21' })).toMatchObject([
      { period: '2026-01', value: 1 },
    ]);
  });
});
