import { describe, expect, it } from '@jest/globals';
import type { Grain } from '../calendars/period.calendar.js';
import {
  holdingsOf,
  measureNamed,
  questionOf,
  type Asked,
  type WrittenRow,
} from '../measures/figures/holdings.testkit.js';
import { observe, type Observation } from '../measures/figures/observe.measure.js';
import { stillOpen } from '../measures/measure.measure.js';
import { controlledObservations } from './controlled-observations.rule.js';
import type { Decisions } from './decisions.rule.js';

const decisions = new Map<string, Decisions>();

function rows(count: number, on: string, x = 0, at: WrittenRow['at'] = {}): WrittenRow {
  return { on, x, count, at };
}

/** Asks for controlled figures; what is decided of the same rows is decided once. */
function ask(id: string, written: readonly WrittenRow[], asked: Asked = {}, partitions = 1): readonly Observation[] {
  const measure = measureNamed(id);
  return controlledObservations(questionOf(measure, asked), holdingsOf(measure, written, partitions), () => 0.9, {
    small: 5,
    remember: (name, decide) => {
      const key = `${name} ${JSON.stringify(written)}`;
      const known = decisions.get(key) ?? decide();
      decisions.set(key, known);
      return known;
    },
  });
}

const april: Asked = { from: '2025-04-01', to: '2025-04-30' };

describe('controlled figures', () => {
  const received = [
    rows(12, '2025-04-07', 0, { benefit: 'ADP', channel: 'online', localAuthority: 'S12000033' }),
    rows(3, '2025-04-08', 0, { benefit: 'ADP', channel: 'phone', localAuthority: 'S12000036' }),
    rows(8, '2025-04-22', 0, { benefit: 'SCP', channel: 'online', localAuthority: 'S12000033' }),
    rows(1, '2025-05-02', 0, { benefit: 'SCP', channel: 'phone', localAuthority: 'S12000036' }),
    rows(31, '2025-05-05', 0, { benefit: 'SCP', channel: 'online', localAuthority: 'S12000036' }),
  ];
  const asks: readonly Asked[] = (['month', 'quarter', 'year'] satisfies Grain[]).flatMap((grain) => [
    { grain },
    { grain, by: ['benefit'] },
    { grain, by: ['benefit', 'channel'] },
    { grain, by: ['localAuthority'] },
    { grain, by: ['channel'], filter: { benefit: 'ADP' } },
  ]);

  it('hold nothing but 0 and multiples of 5 from 5 on, each at most 2 from the exact one', () => {
    for (const asked of asks) {
      const measure = measureNamed('applications-received');
      const exact = observe(questionOf(measure, asked), holdingsOf(measure, received), () => null);
      ask('applications-received', received, asked).forEach(({ value, status }, index) => {
        const count = exact[index]?.value ?? 0;
        expect(status.includes('c')).toBe(value === null);
        if (count < 5) expect(value).toBe(count === 0 ? 0 : null);
        if (value !== null) expect([value % 5, Math.abs(value - count) <= 2]).toEqual([0, true]);
      });
    }
  });

  it('do not hang on what else is asked: by a dimension, filtered by its codes, alone or among other periods', () => {
    const broken = ask('applications-received', received, { by: ['benefit', 'channel'] });
    for (const row of broken) {
      const { benefit = '', channel = '' } = row.dimensions;
      const alone = { from: row.start, to: row.start };
      const filtered = ask('applications-received', received, { ...alone, by: ['channel'], filter: { benefit } });
      const same = filtered.find(({ dimensions }) => dimensions['channel'] === channel);
      // A combination that has nothing in the period asked for alone has no row there.
      if (same !== undefined) expect([same.value, same.status]).toEqual([row.value, row.status]);
      const [both] = ask('applications-received', received, { ...alone, filter: { benefit, channel } });
      expect([both?.value, both?.status]).toEqual([row.value, row.status]);
    }
  });

  it('do not hang on how the rows are spread over partitions', () => {
    expect(ask('applications-received', received, { by: ['benefit'] }, 3)).toEqual(
      ask('applications-received', received, { by: ['benefit'] }),
    );
  });

  it('withhold days and weeks of a breakdown, but not what is seen to be 0', () => {
    const byDay = ask('applications-received', received, {
      grain: 'day',
      from: '2025-04-07',
      to: '2025-04-09',
      by: ['benefit'],
    });
    expect(byDay.map(({ period, dimensions, value }) => [period, dimensions['benefit'], value])).toEqual([
      ['2025-04-07', 'ADP', null],
      ['2025-04-07', 'SCP', null],
      ['2025-04-08', 'ADP', null],
      ['2025-04-08', 'SCP', null],
      ['2025-04-09', 'ADP', 0],
      ['2025-04-09', 'SCP', 0],
    ]);
    const [filtered] = ask('applications-received', received, {
      grain: 'week',
      from: '2025-04-07',
      to: '2025-04-07',
      filter: { channel: 'online' },
    });
    expect([filtered?.value, filtered?.status]).toEqual([null, ['c']]);
  });

  it('are refused where a count below 5 would be shown', () => {
    const measure = measureNamed('applications-received');
    const attempt = (): unknown =>
      controlledObservations(questionOf(measure), holdingsOf(measure, received), () => null, { small: 4 });
    expect(attempt).toThrow(RangeError);
  });
});

describe('by kind', () => {
  const only = (id: string, written: readonly WrittenRow[], asked: Asked = april): Observation | undefined =>
    ask(id, written, asked)[0];

  it('a proportion and its interval are whole per cents of the rounded counts', () => {
    expect(only('approval-rate', [rows(31, '2025-04-07', 1), rows(9, '2025-04-07', 0)])).toMatchObject({
      numerator: 30,
      denominator: 40,
      value: 0.75,
      interval: { low: 0.6, high: 0.86, level: 0.95 },
      target: 0.9,
      status: [],
    });
  });

  it('a proportion without a numerator is 0; with a small one it has no value', () => {
    expect(only('approval-rate', [rows(20, '2025-04-07', 0)])).toMatchObject({
      numerator: 0,
      denominator: 20,
      value: 0,
    });
    expect(only('approval-rate', [rows(20, '2025-04-07', 0), rows(2, '2025-04-08', 1)])).toMatchObject({
      numerator: null,
      value: null,
      interval: null,
      status: ['c'],
    });
  });

  it('nothing to divide is no suppression', () => {
    expect(only('approval-rate', [])).toMatchObject({ numerator: 0, denominator: 0, value: null, status: ['z'] });
  });

  it('a median and the 90th percentile are whole days, from 20 on', () => {
    const times = [rows(10, '2025-04-07', 11), rows(10, '2025-04-07', 14), rows(1, '2025-04-07', 40)];
    expect(only('decision-time', times)).toMatchObject({ value: 14, p90: 14, denominator: 20, status: [] });
    expect(only('decision-time', [rows(10, '2025-04-07', 11), rows(10, '2025-04-07', 14)])).toMatchObject({
      value: 13,
    });
    const few = only('decision-time', [rows(19, '2025-04-07', 11)]);
    expect(few).toMatchObject({ value: null, p90: null, denominator: 20, status: ['c'] });
  });

  it('a mean is whole, and its sum is not told', () => {
    const waits = [rows(6, '2025-04-07', 100), rows(5, '2025-04-07', 203)];
    expect(only('call-wait', waits)).toMatchObject({ value: 147, numerator: null, denominator: 10, status: [] });
  });

  it('a suppressed part of shares is left out, and one that is 0 is there', () => {
    const outcomes = [rows(20, '2025-04-07', 0), rows(20, '2025-04-07', 2), rows(3, '2025-04-07', 1)];
    const shares = only('redetermination-outcomes', outcomes);
    expect(shares?.parts).not.toHaveProperty('partly-allowed');
    expect(shares?.parts).toMatchObject({ withdrawn: 0 });
    expect(shares?.status).toEqual(['c']);
  });

  it('a stock is one thing by whatever name its date has', () => {
    const open = [
      rows(12, '2025-04-07', stillOpen, { benefit: 'ADP' }),
      rows(2, '2025-05-07', stillOpen, { benefit: 'SCP' }),
    ];
    const told = (grain: Grain): unknown =>
      ask('open-applications', open, { grain, from: '2025-06-30', to: '2025-06-30', by: ['benefit'] }).map((row) => [
        row.dimensions,
        row.value,
        row.status,
      ]);
    expect(told('month')).toEqual(told('day'));
    expect(told('quarter')).toEqual(told('day'));
    const [between] = ask('open-applications', open, {
      grain: 'day',
      from: '2025-06-10',
      to: '2025-06-10',
      by: ['benefit'],
    });
    expect(between?.value).toBeNull();
  });
});
