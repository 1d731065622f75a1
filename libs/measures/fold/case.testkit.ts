import fc from 'fast-check';
import type { RecordedFact } from '../../events/case.codec.js';
import { sameContent } from '../../events/content.fact.js';
import { effectiveFacts } from '../../events/correction.fact.js';
import { dayOf } from '../../calendars/local-date.calendar.js';
import { WorkingCalendar } from '../../calendars/working-days.calendar.js';
import type { Rules } from '../rules.measure.js';
import { inCanonicalOrder } from '../rows/rows.measure.js';
import { DifferenceTable } from '../rows/difference-table.measure.js';
import { Contributions, contributionsOf } from './contributions.measure.js';
import { withoutMask, type Program } from './program.measure.js';
import {
  hour,
  identities,
  ofAppealAndPayment,
  ofClaim,
  ofComplaint,
  ofContact,
  ofRedetermination,
  ofRequest,
  ofSurvey,
  puttingRight,
  start,
  type Told,
} from './tellings.testkit.js';

/** Rules of a small world: Mondays to Fridays with two holidays, short targets, so that random cases meet every edge. */
export const smallRules: Rules = {
  calendar: new WorkingCalendar({
    from: dayOf(2018, 1, 1),
    to: dayOf(2028, 12, 31),
    holidays: [dayOf(2026, 4, 3), dayOf(2026, 6, 15)],
  }),
  redeterminationLimit: (benefit) =>
    benefit === 'BSF'
      ? null
      : benefit === 'ADP'
        ? { kind: 'calendar-days', days: 56 }
        : { kind: 'working-days', days: 16 },
  decisionTarget: (benefit, specialRules) => (specialRules ? 2 : benefit === 'ADP' ? 10 : 5),
};

/** The copies of facts of one case in the order in which the log brings them: late, repeated, conflicting, corrected. */
export const arrivals: fc.Arbitrary<readonly RecordedFact[]> = fc.oneof(
  { weight: 3, arbitrary: arrivalsOf(fc.oneof(ofClaim, ofRedetermination), 14) },
  { weight: 3, arbitrary: arrivalsOf(fc.oneof(ofClaim, ofAppealAndPayment), 14) },
  { weight: 2, arbitrary: arrivalsOf(fc.oneof(ofClaim, ofRequest), 14) },
  { weight: 2, arbitrary: arrivalsOf(ofComplaint, 6) },
  { weight: 1, arbitrary: arrivalsOf(ofContact, 4) },
  { weight: 1, arbitrary: arrivalsOf(ofSurvey, 3) },
);

function arrivalsOf(facts: fc.Arbitrary<Told>, maxLength: number): fc.Arbitrary<readonly RecordedFact[]> {
  const told = fc.oneof({ weight: 6, arbitrary: facts }, { weight: 1, arbitrary: puttingRight });
  return fc
    .array(
      fc.tuple(told, identities, fc.integer({ min: 0, max: 24 * 60 }), fc.integer({ min: 0, max: 12 }), fc.boolean()),
      { maxLength },
    )
    .map((drawn) =>
      drawn
        .flatMap(([fact, identity, hours, recordedAfter, repeated]) => {
          const at = start + hours * hour;
          const recordDay = dayOf(2026, 3, 20) + Math.floor(hours / 24) + recordedAfter;
          const first = { ...fact, ...identity, at, finer: '', recordDay, offset: 0 } as RecordedFact;
          return repeated ? [first, { ...first, recordDay: recordDay - 3 }] : [first];
        })
        .map((fact, offset) => ({ ...fact, offset })),
    );
}

/** The set of facts that arrivals leave: of each identity the first content, known from its earliest copy on. */
export function factsLeftBy(copies: readonly RecordedFact[]): readonly RecordedFact[] {
  const left: RecordedFact[] = [];
  for (const copy of copies) {
    const place = left.findIndex(({ source, id }) => source === copy.source && id === copy.id);
    const held = left[place];
    if (held === undefined) left.push(copy);
    else if (sameContent(held, copy) && copy.recordDay < held.recordDay) {
      left[place] = { ...held, recordDay: copy.recordDay };
    }
  }
  return left;
}

/** The naive way, oracle of the fast one: every record day, every measure, no mask, nothing remembered. */
export function naiveRows(facts: readonly RecordedFact[], program: Program): readonly (readonly number[])[] {
  const unmasked = withoutMask(program);
  const everyMeasure = program.measures.map((_, index) => index);
  const table = new DifferenceTable();
  let known = new Contributions();
  for (const day of [...new Set(facts.map(({ recordDay }) => recordDay))].sort((a, b) => a - b)) {
    const now = new Contributions();
    const reading = effectiveFacts(facts.filter(({ recordDay }) => recordDay <= day));
    contributionsOf(reading, unmasked, everyMeasure, now);
    now.forEach((measure, tuple, at, x) => {
      table.add(measure, tuple, at, day, x, 1);
    });
    known.forEach((measure, tuple, at, x) => {
      table.add(measure, tuple, at, day, x, -1);
    });
    known = now;
  }
  return inCanonicalOrder(table.drain());
}
