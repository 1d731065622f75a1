import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { periodsOverlapping } from '../../calendars/period.calendar.js';
import { dayOf } from '../../calendars/local-date.calendar.js';
import type { RecordedFact } from '../../events/case.codec.js';
import { rulesOf } from '../../register/register-rules.rule.js';
import { loadRegister } from '../../register/register.store.js';
import { factsLeftBy, smallRules } from '../fold/case.testkit.js';
import { cubesOf, type Measure } from '../measure.measure.js';
import { corrected, decided, fact, received, recordedOn, retracted, withdrawn, type Told } from '../measure.testkit.js';
import { FigureRecount } from './figure-recount.measure.js';
import { measureNamed, questionOf, type Asked } from './holdings.testkit.js';
import type { Question } from './question.measure.js';
import {
  askerOf,
  differentMeasures,
  periodsOf,
  someCases,
  someDay,
  someGrain,
  type Cases,
} from './random-cases.testkit.js';

const seeded = { seed: 20261123, numRuns: 12 };

/** Everything that is asked about: the whole, and each code that some case has, in the first period that counts some. */
function questionsOf(measure: Measure, cases: Cases, grain: Question['grain'], asOf: number): readonly Question[] {
  const ask = askerOf(cases);
  const by = cubesOf(measure)[0] ?? [];
  const rows = ask(measure, { grain, asOf, by });
  const filters = [{}, ...new Set(rows.map(({ dimensions }) => dimensions))].slice(0, 4);
  return periodsOf(grain).flatMap((period) =>
    filters.map((filter) => ({ measure, grain, periods: [period], by: [], filter, asOf })),
  );
}

describe('a figure counted from whole cases', () => {
  it('is the one that the rows give; and so it is from those alone that it says are counted', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, fc.nat(), (cases, grain, asOf, choice) => {
        const ask = askerOf(cases);
        for (const measure of differentMeasures) {
          const questions = questionsOf(measure, cases, grain, asOf);
          const question = questions[choice % questions.length];
          if (question === undefined) throw new Error('there is always a question');
          const all = new FigureRecount(question, smallRules);
          const counted = cases.map(factsLeftBy).filter((facts) => all.take(facts));
          const alone = new FigureRecount(question, smallRules);
          expect(counted.filter((facts) => alone.take(facts))).toEqual(counted);
          const shown = ask(measure, question).find(({ period }) => period === question.periods[0]?.code);
          const found = all.observation(() => null);
          expect(found).toEqual({ ...shown, dimensions: {} });
          expect(alone.observation(() => null)).toEqual(found);
          expect(all.counted.cases).toBe(counted.length);
        }
      }),
      seeded,
    );
  });
});

const rules = rulesOf(loadRegister());

function recountOf(id: string, asked: Asked, ...cases: readonly (readonly Told[])[]): FigureRecount {
  const recount = new FigureRecount(questionOf(measureNamed(id), asked), rules);
  for (const facts of cases) {
    recount.take(facts.map((told, offset): RecordedFact => ({ ...told, offset })));
  }
  return recount;
}

const april = { from: '2026-04-01', to: '2026-04-30', asOf: '2026-06-30' };

describe('the corrections and late facts of a figure', () => {
  const application = received('2026-04-01');
  const claim = [application, decided('2026-04-10')];

  it('are none where all went as it should', () => {
    expect(recountOf('decisions-made', april, claim).counted).toEqual({ cases: 1, corrections: 0, late: 0 });
  });

  it('are of the facts that the measure reads, in the cases counted', () => {
    const wrong = fact('evidence.complete', '2026-04-05', {});
    const facts = [
      ...claim,
      wrong,
      retracted(wrong, '2026-04-20'),
      corrected(application, '2026-04-21', { time: '2026-04-02T09:00:00Z' }),
    ];
    expect(recountOf('decisions-made', april, facts).counted.corrections).toBe(1);
    expect(recountOf('evidence-to-decision', april, facts).counted).toEqual({ cases: 0, corrections: 0, late: 0 });
    expect(recountOf('decisions-made', { ...april, asOf: '2026-04-20' }, facts).counted.corrections).toBe(0);
  });

  it('count a fact that was withdrawn where the case is counted all the same', () => {
    const wrong = withdrawn('2026-04-03');
    const facts = [...claim, wrong, retracted(wrong, '2026-04-20')];
    expect(recountOf('approval-rate', april, facts).counted).toEqual({ cases: 1, corrections: 1, late: 0 });
  });

  it('are late from the eighth day after their date on, as it stands', () => {
    const on = (day: string): FigureRecount =>
      recountOf('decisions-made', april, [application, recordedOn(day, decided('2026-04-10'))]);
    expect(on('2026-04-17').counted.late).toBe(0);
    expect(on('2026-04-18').counted.late).toBe(1);
    const moved = corrected(application, '2026-04-02', { time: '2026-03-20T09:00:00Z' });
    expect(recountOf('decisions-made', april, [...claim, moved]).counted.late).toBe(1);
  });
});

describe('a case of another journey', () => {
  it('is not counted', () => {
    expect(recountOf('calls-answered', april, [received('2026-04-01')]).counted.cases).toBe(0);
    const [period] = periodsOverlapping('month', dayOf(2026, 4, 1), dayOf(2026, 4, 30));
    const found = recountOf('calls-answered', april).observation(() => null);
    expect(found).toMatchObject({ period: period?.code, value: null, denominator: 0, status: ['z'] });
  });
});
