import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseEvent } from '../../libs/events/envelope.parser.js';
import { localDay, parseDay } from '../../libs/calendars/local-date.calendar.js';
import { parsePeriod, parseYear, periodsOverlapping } from '../../libs/calendars/period.calendar.js';
import { programOf } from '../../libs/measures/fold/program.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { CaseState } from '../../libs/measures/fold/case-state.measure.js';
import { foldFact } from '../../libs/measures/fold/fold.measure.js';
import { DifferenceTable } from '../../libs/measures/rows/difference-table.measure.js';
import { RowTable } from '../../libs/measures/rows/row-table.measure.js';
import { observe } from '../../libs/measures/figures/observe.measure.js';
import { layoutOf } from '../../libs/measures/layout.measure.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { rulesOf } from '../../libs/register/register-rules.rule.js';

const rules = rulesOf(loadRegister());
it('sample', () => {
  const program = programOf(measures, rules);
  const cases = new Map<string, CaseState>();
  const table = new DifferenceTable();
  let offset = 0;
  for (const line of readFileSync('e2e/samples/events.ndjson', 'utf8').split('\n')) {
    if (!line) continue;
    const r = parseEvent(line, { now: Date.parse('2026-11-21T22:00:00Z'), mayRecord: true });
    if (!r.ok) continue;
    const { event } = r;
    let c = cases.get(event.subject);
    if (!c) cases.set(event.subject, (c = CaseState.empty()));
    foldFact(c, { ...event, recordDay: localDay(event.recorded!.at), offset: offset++ } as never, program, table);
  }
  const rt = new RowTable();
  rt.add(table.drain());
  const expected = JSON.parse(readFileSync('e2e/samples/expected.json', 'utf8'));
  const layout = layoutOf(measures);
  let n = 0;
  for (const e of expected) {
    const i = measures.findIndex((m) => m.id === e.measure);
    if (i < 0) continue;
    n++;
    const measure = measures[i]!;
    const per = (c: string, end: boolean) => { const p = (e.grain === 'year' ? parseYear(c) : parsePeriod(c)?.period) ?? null; return p ? (end ? p.end : p.start) : parseDay(c)!; };
    const got = observe(
      { measure, grain: e.grain, periods: periodsOverlapping(e.grain, per(e.from, false), per(e.to, true)), by: e.by, filter: {}, asOf: parseDay(e.asOf)! },
      { tables: [rt], measureIndex: i, dimensions: layout.dimensions[measure.journey], calendar: rules.calendar },
      () => null,
    );
    for (const want of e.observations) {
      const g = got.find((o) => o.period === want.period && JSON.stringify(o.dimensions) === JSON.stringify(want.dimensions));
      expect({ m: e.measure, g: e.grain, ...g }).toMatchObject({ m: e.measure, g: e.grain, ...want, ...(want.value !== null ? { value: expect.closeTo(want.value, 10) } : {}) });
    }
  }
  console.log(n, 'questions', rt.rowCount);
});
