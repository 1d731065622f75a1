import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useChromium } from './chromium.testkit.js';
import { figuresFor } from './site.testkit.js';

const { open } = useChromium();

/** What the interface says of one month; `null` where a member has no meaning. */
interface Observation {
  readonly complete: boolean;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly p90: number | null;
  readonly parts: Readonly<Record<string, number>> | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly target: number | null;
  readonly status: readonly string[];
}

/** What a column of the table says, in the numbers of its cells. */
const columns: Readonly<Record<string, (row: Observation) => readonly (number | null)[]>> = {
  Share: ({ value }) => [value === null ? null : value * 100],
  'Number shares': ({ numerator, denominator }) => [numerator, denominator],
  'Range that chance explains': ({ interval }) => (interval === null ? [] : [interval.low * 100, interval.high * 100]),
  Median: ({ value }) => [value],
  'Nine in ten took no longer than': ({ p90 }) => [p90],
  Counted: ({ denominator }) => [denominator],
  Mean: ({ value }) => [value],
  Total: ({ value }) => [value],
  Number: ({ value }) => [value],
  'Number at the end': ({ value }) => [value],
  Target: ({ target }) => [target],
  'Target shares': ({ target }) => [target === null ? null : target * 100],
};

/** Yesterday's knowledge does not move while a test runs. */
const asOf = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
const from = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4, 8)}01`;

describe.each([
  'decisions-in-time',
  'applications-received',
  'decision-time',
  'call-wait',
  'open-applications',
  'redetermination-outcomes',
])('of %s', (measure) => {
  it('chart, heading and table say what the interface says', async () => {
    const path = `/v1/observations?measure=${measure}&grain=month&from=${from}&to=${asOf}&asOf=${asOf}`;
    const { observations } = await figuresFor<{ readonly observations: readonly Observation[] }>(path);
    const tab = await open(`/live/measure/${measure}?grain=month&from=${from}&to=${asOf}&asof=${asOf}`);
    const { names, rows } = await tableOn(tab);
    expect(rows).toHaveLength(observations.length);
    rows.forEach((cells, index) => expectSame(names, cells, observations[index]));

    const shown = rows.map(([, value = '']) => value);
    const alternative = (await tab.locator('#the-figure svg.chart').first().getAttribute('aria-label')) ?? '';
    for (const value of [shown[0] ?? '', shown.at(-1) ?? '']) expect(alternative).toContain(value);

    const lastWhole = observations.findLastIndex(({ complete }) => complete);
    const month = rows[lastWhole]?.[0]?.split(' ')[0] ?? '';
    const heading = await tab.locator('#the-figure .figure__heading').innerText();
    expect(heading).toContain(month);
    const change = (observations[lastWhole]?.value ?? 0) - (observations[lastWhole - 1]?.value ?? 0);
    if (/^(More|A larger)|longer/.test(heading)) expect(change).toBeGreaterThan(0);
    if (/^(Fewer|A smaller)|less time/.test(heading)) expect(change).toBeLessThan(0);
    await tab.close();
  });
});

async function tableOn(tab: Page): Promise<{ readonly names: readonly string[]; readonly rows: readonly string[][] }> {
  const names = await tab.locator('#the-figure .figure__table thead th').allTextContents();
  const rows = await tab.locator('#the-figure .figure__table tbody tr').all();
  return { names, rows: await Promise.all(rows.map((row) => row.locator('th, td').allTextContents())) };
}

function expectSame(names: readonly string[], cells: readonly string[], row: Observation | undefined): void {
  if (row === undefined) throw new Error('the table has more rows than the interface');
  const isOfShares = names.includes('Share');
  names.forEach((name, index) => {
    const cell = cells[index] ?? '';
    const bare = name.replace(/ \(.+\)$/, '');
    if (bare === 'Period') return;
    if (bare === 'Notes') {
      expect(cell).toBe([...row.status.map((mark) => `[${mark}]`), ...(row.complete ? [] : ['so far'])].join(' '));
      return;
    }
    if (row.value === null && bare !== 'Target') {
      expect(cell).toMatch(/^\[[cxz]\]$/);
      return;
    }
    const part = row.parts?.[bare.toLowerCase().replaceAll(' ', '-')];
    const told = part === undefined ? columnOf(bare, isOfShares)?.(row) : [part];
    const said = numbersIn(cell).slice(0, told?.length);
    expect({ name, cell, said: said.length }).toEqual({ name, cell, said: told?.length });
    said.forEach((number, at) => {
      expect(Math.abs(number - (told?.[at] ?? NaN))).toBeLessThanOrEqual(cell.includes(' s') ? 0.5 : 0.1);
    });
  });
}

/** What a column says: of shares, `Number` and `Target` say something else than of counts and lengths. */
function columnOf(name: string, isOfShares: boolean): (typeof columns)[string] | undefined {
  return (isOfShares ? columns[`${name} shares`] : undefined) ?? columns[name];
}

/** The numbers of a cell; a length of time in seconds. */
function numbersIn(cell: string): readonly number[] {
  const [, minutes = '0', seconds = '0'] = /^(?:(\d+) min ?)?(?:(\d+) s)?$/.exec(cell) ?? [];
  if (/ (min|s)$/.test(cell)) return [Number(minutes) * 60 + Number(seconds)];
  return [...cell.replaceAll(',', '').matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
}
