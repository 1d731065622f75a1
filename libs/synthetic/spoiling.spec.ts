import { describe, expect, it } from '@jest/globals';
import { parseEvent, type CheckedEvent } from '../events/envelope.parser.js';
import { sameContent } from '../events/content.fact.js';
import { breakages } from './invalid-line.rule.js';
import { examplePlan, recordedThrough } from './plan.testkit.js';
import { spoiled } from './spoiling.rule.js';

const events = recordedThrough(examplePlan, '2025-01-01', '2025-06-30');
const lines = Array.from(spoiled(events, 3));
const good = new Set(events.map(({ event }) => JSON.stringify(event)));

const parsed: readonly CheckedEvent[] = lines.map((line) =>
  parseEvent(line, { now: Date.UTC(2026, 0, 1), mayRecord: true }),
);
const accepted = parsed.flatMap((checked) => (checked.ok ? [checked.event] : []));

describe('spoiled events', () => {
  it('are the same, line for line, for the same seed, and others for another', () => {
    expect(Array.from(spoiled(events, 3))).toEqual(lines);
    expect(Array.from(spoiled(events, 4))).not.toEqual(lines);
  });

  it('hold every good event, and a line is one line', () => {
    expect([...good].filter((line) => !lines.includes(line))).toEqual([]);
    expect(lines.filter((line) => line === '' || line.includes('\n'))).toEqual([]);
  });

  it('hold each of them before whatever bears its identity with other content', () => {
    const first = new Map<string, string>();
    for (const line of lines) {
      const checked = parseEvent(line, { now: Date.UTC(2026, 0, 1), mayRecord: true });
      if (!checked.ok || checked.event.id.includes('-fact.')) continue;
      const identity = `${checked.event.source} ${checked.event.id}`;
      if (!first.has(identity)) first.set(identity, line);
    }
    expect([...first.values()].filter((line) => !good.has(line))).toEqual([]);
  });

  it('are refused in every way in which producers break the contract', () => {
    const codes = parsed.flatMap((checked) => (checked.ok ? [] : [checked.refusal.code]));
    expect(new Set(codes)).toEqual(new Set(breakages.map(({ code }) => code)));
  });

  it('repeat lines, write events otherwise, contradict them, correct and withdraw them, and are out of order', () => {
    const byIdentity = Map.groupBy(accepted, ({ source, id }) => `${source} ${id}`);
    const repeated = [...byIdentity.values()].filter((same) => same.length > 1);
    const contents = repeated.map(([first, ...others]) =>
      others.map((other) => first !== undefined && sameContent(first, other)),
    );
    expect(new Set(lines).size).toBeLessThan(lines.length);
    expect(contents.flat()).toContain(true);
    expect(contents.flat()).toContain(false);
    expect(repeated.some((same) => new Set(same.map(({ time }) => time)).size > 1)).toBe(true);
    const added = accepted.filter(({ id }) => id.includes('-fact.')).map(({ name }) => name);
    expect(new Set(added)).toEqual(new Set(['fact.corrected', 'fact.withdrawn']));
    const times = accepted.map(({ recorded }) => recorded?.at ?? 0);
    expect(times.some((at, index) => at < (times[index - 1] ?? 0))).toBe(true);
  });
});
