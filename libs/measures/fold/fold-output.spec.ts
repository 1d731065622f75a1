import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { localDay } from '../../calendars/local-date.calendar.js';
import { parseEvent } from '../../events/envelope.parser.js';
import { measures } from '../measure-list.measure.js';
import { nameOf } from '../measure.measure.js';
import { DifferenceTable } from '../rows/difference-table.measure.js';
import { inCanonicalOrder } from '../rows/rows.measure.js';
import { CaseState } from './case-state.measure.js';
import { smallRules } from './case.testkit.js';
import { foldFact, foldVersion } from './fold.measure.js';
import { programOf } from './program.measure.js';

/** What the fold put out when its version, and the versions of the measures, were last raised. */
interface FoldOutput {
  readonly foldVersion: number;
  readonly digests: Readonly<Record<string, string>>;
}

const file = 'libs/measures/fold/fold-output.json';

function outputForTheSample(): FoldOutput {
  const program = programOf(measures, smallRules);
  const table = new DifferenceTable();
  const cases = new Map<string, CaseState>();
  readFileSync('e2e/samples/events.ndjson', 'utf8')
    .split('\n')
    .forEach((line, offset) => {
      const checked = parseEvent(line, { now: Date.UTC(2026, 10, 21, 22), mayRecord: true });
      if (!checked.ok || checked.event.recorded === null) return;
      const { event } = checked;
      const state = cases.get(event.subject) ?? CaseState.empty();
      cases.set(event.subject, state);
      foldFact(state, { ...event, recordDay: localDay(checked.event.recorded.at), offset }, program, table);
    });
  const rows = Map.groupBy(inCanonicalOrder(table.drain()), ([measure]) => measure ?? -1);
  const digests = measures.map((measure, index) => {
    const own = (rows.get(index) ?? []).map((row) => row.slice(1));
    return [nameOf(measure), createHash('sha256').update(JSON.stringify(own)).digest('hex')] as const;
  });
  return { foldVersion, digests: Object.fromEntries(digests) };
}

describe('what the fold puts out for a fixed file', () => {
  it('changes only with the version of the fold or of the measure: raise it, then UPDATE_FOLD_OUTPUT=1 npm test', () => {
    const output = outputForTheSample();
    if (process.env['UPDATE_FOLD_OUTPUT'] === '1') writeFileSync(file, `${JSON.stringify(output, null, 2)}\n`);
    expect(output).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});
