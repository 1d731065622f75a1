import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDay, parseDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Question } from '../../../libs/measures/figures/question.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { cubesOf } from '../../../libs/measures/measure.measure.js';
import { dimensionsOf } from '../definitions/dimensions.rule.js';
import { readObservations } from './observations.parser.js';
import { readQueryString } from './query-string.parser.js';
import { parseQuestion } from './question.parser.js';
import type { Parsed, Refusal } from '../refusal.rule.js';

const TODAY = parseDay('2026-06-30') ?? 0;

function parse(query: string): Parsed<Question> {
  const read = readObservations(readQueryString(`/v1/observations?${query}`));
  return read.ok ? parseQuestion(read.value, measures, TODAY) : read;
}

function questionOf(query: string): Question {
  const question = parse(query);
  if (!question.ok) throw new Error(JSON.stringify(question.refusals));
  return question.value;
}

function refusalsOf(query: string): readonly Refusal[] {
  const question = parse(query);
  return question.ok ? [] : question.refusals;
}

/** First day, last day and number of the periods asked for. */
function rangeOf(query: string): readonly [string, string, number] {
  const { periods } = questionOf(`measure=decisions-made&${query}`);
  return [formatDay(periods[0]?.start ?? NaN), formatDay(periods.at(-1)?.end ?? NaN), periods.length];
}

describe('a question without a grain', () => {
  it('is of months, and of a survey of years', () => {
    expect(questionOf('measure=decisions-made').grain).toBe('month');
    expect(questionOf('measure=survey.s1-m01').grain).toBe('year');
  });
});

describe('every question that the measures allow', () => {
  const asked = fc.constantFrom(...measures).chain((measure) =>
    fc.constantFrom(...cubesOf(measure)).chain((cube) => {
      const filters = dimensionsOf(measure).filter(({ name }) => cube.includes(name));
      return fc.record({
        measure: fc.constant(measure),
        by: fc.shuffledSubarray([...cube], { maxLength: Math.min(2, cube.length) }),
        filter: fc
          .subarray(filters)
          .chain((some) =>
            fc.tuple(...some.map(({ name, codes }) => fc.tuple(fc.constant(name), fc.constantFrom(...codes)))),
          ),
        grain: fc.constantFrom(...(measure.grains ?? (['day', 'week', 'month', 'quarter', 'year'] as const))),
      });
    }),
  );

  it('is read as it was asked', () => {
    fc.assert(
      fc.property(asked, fc.boolean(), ({ measure, by, filter, grain }, repeated) => {
        const members: readonly (readonly [string, string])[] = [
          ['measure', measure.id],
          ['grain', grain],
          ...(repeated
            ? by.map((name) => ['by', name] as const)
            : by.length > 0
              ? [['by', by.join(',')] as const]
              : []),
          ...filter.map(([name, code]) => [`filter[${name}]`, code] as const),
        ];
        expect(
          questionOf(members.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join('&')),
        ).toMatchObject({
          measure: { id: measure.id },
          grain,
          by,
          filter: Object.fromEntries(filter),
          asOf: TODAY,
        });
      }),
      { seed: 20260502 },
    );
  });
});

describe('a range', () => {
  it.each([
    ['', ['2026-04-01', '2026-06-30', 3]],
    ['asOf=2026-03-31', ['2025-04-01', '2026-03-31', 12]],
    ['from=2026-01-15', ['2026-01-01', '2026-06-30', 6]],
    ['from=2025-12-31&to=2026-01-01', ['2025-12-01', '2026-01-31', 2]],
    ['from=2025-26&to=2025-26', ['2025-04-01', '2026-03-31', 12]],
    ['from=2025-26-Q4&to=2026-W14', ['2026-01-01', '2026-04-30', 4]],
    ['from=2026-02&to=2026-03', ['2026-02-01', '2026-03-31', 2]],
    ['from=2026-02-10&to=2026-02-10&grain=day', ['2026-02-10', '2026-02-10', 1]],
    ['from=2026-01-01&to=2026-01-01&grain=week', ['2025-12-29', '2026-01-04', 1]],
    ['from=2011-12&to=2011-12', ['2011-12-01', '2011-12-31', 1]],
    ['from=2011-12&to=2011-12&grain=year', ['2011-04-01', '2012-03-31', 1]],
    ['from=2026-03&to=2026-04&grain=year', ['2025-04-01', '2027-03-31', 2]],
    ['from=2026-07-01&to=2026-08-31', ['2026-07-01', '2026-08-31', 2]],
    ['from=1999-04-01&to=2026-06-30&grain=day', ['1999-04-01', '2026-06-30', 9953]],
  ])('%s', (query, range) => {
    expect(rangeOf(query)).toEqual(range);
  });

  it('holds 10,000 periods and no more', () => {
    const last = formatDay((parseDay('2000-01-01') ?? 0) + 9_999);
    expect(rangeOf(`grain=day&from=2000-01-01&to=${last}`)[2]).toBe(10_000);
    expect(refusalsOf(`measure=decisions-made&grain=day&from=1999-12-31&to=${last}`)).toMatchObject([
      { member: 'from' },
    ]);
  });
});

describe('a refusal', () => {
  const ids = measures.map(({ id }) => id);

  it.each([
    ['', [{ member: 'measure', allowed: ids }]],
    ['measure=nothing', [{ member: 'measure', allowed: ids }]],
    ['measure=', [{ member: 'measure', allowed: ids }]],
    ['measure=__proto__', [{ member: 'measure', allowed: ids }]],
    ['measure=decisions-made&measure=decisions-made', [{ member: 'measure' }]],
    ['measure=decisions-made&grain=hour', [{ member: 'grain', allowed: ['day', 'week', 'month', 'quarter', 'year'] }]],
    ['measure=decisions-made&grain=', [{ member: 'grain' }]],
    ['measure=decisions-made&grain=day&grain=day', [{ member: 'grain' }]],
    ['measure=decisions-made&from=2026-02-30', [{ member: 'from' }]],
    ['measure=decisions-made&from=&to=yesterday', [{ member: 'from' }, { member: 'to' }]],
    ['measure=decisions-made&to=2026-W54', [{ member: 'to' }]],
    ['measure=decisions-made&from=2026-05-02&to=2026-05-01', [{ member: 'to' }]],
    ['measure=decisions-made&from=2026-07-01', [{ member: 'from' }]],
    ['measure=decisions-made&grain=day&from=0000-01-01&to=9999-12-31', [{ member: 'from' }]],
    ['measure=decisions-made&grain=month&from=0000-01-01&to=9999-12-31', [{ member: 'from' }]],
    ['measure=survey.s1-m01&grain=month', [{ member: 'grain', allowed: ['year'] }]],
    ['measure=decisions-made&asOf=2026-07-01', [{ member: 'asOf' }]],
    ['measure=decisions-made&asOf=2017-12-31', [{ member: 'asOf' }]],
    ['measure=decisions-made&asOf=2026-05', [{ member: 'asOf' }]],
    ['measure=decisions-made&by=', [{ member: 'by' }]],
    ['measure=decisions-made&by=benefit,benefit', [{ member: 'by' }]],
    ['measure=decisions-made&by=benefit,channel&by=gender', [{ member: 'by' }]],
    ['measure=decisions-made&by=colour', [{ member: 'by', allowed: expect.arrayContaining([['benefit', 'channel']]) }]],
    ['measure=decisions-made&by=waiting', [{ member: 'by' }]],
    [
      'measure=decisions-made&by=channel,gender',
      [{ member: 'by', allowed: expect.arrayContaining([['benefit', 'gender']]) }],
    ],
    ['measure=decisions-made&by=channel&filter[gender]=man', [{ member: 'by' }]],
    ['measure=decisions-made&filter[channel]=online&filter[gender]=man', [{ member: 'filter' }]],
    ['measure=open-applications&by=waiting&filter[localAuthority]=not-recorded', [{ member: 'by' }]],
    ['measure=call-wait&by=channel', [{ member: 'by', allowed: [['benefit']] }]],
    ['measure=decisions-made&filter[colour]=red', [{ member: 'filter[colour]' }]],
    [
      'measure=decisions-made&filter[channel]=fax',
      [{ member: 'filter[channel]', allowed: expect.arrayContaining(['online']) }],
    ],
    ['measure=decisions-made&filter[channel]=online,phone', [{ member: 'filter[channel]' }]],
    ['measure=decisions-made&filter[channel]=online&filter[channel]=online', [{ member: 'filter[channel]' }]],
    ['measure=decisions-made&filter[channel][]=online', [{ member: 'filter[channel][]' }]],
    ['measure=decisions-made&filter[channel][a]=online', [{ member: 'filter[channel][a]' }]],
    ['measure=decisions-made&filter=online', [{ member: 'filter' }]],
    ['measure=decisions-made&filter[]=online', [{ member: 'filter[]' }]],
    ['measure=decisions-made&filter[__proto__]=online', [{ member: 'filter[__proto__]' }]],
    ['measure[]=decisions-made', [{ member: 'measure[]' }, { member: 'measure' }]],
    ['measure=decisions-made&format=xml', [{ member: 'format', allowed: ['json', 'csv'] }]],
    [
      'measure=decisions-made&constructor=1',
      [{ member: 'constructor', allowed: expect.arrayContaining(['filter[<dimension>]']) }],
    ],
    ['measure=decisions-made&__proto__=1', [{ member: '__proto__' }]],
    ['measure=decisions-made&page=2', [{ member: 'page' }]],
  ])('of %j', (query, refusals) => {
    expect(refusalsOf(query)).toMatchObject(refusals);
  });

  it('lists everything that is wrong', () => {
    const query = 'measure=call-wait&by=gender&from=never&asOf=2030-01-01';
    expect(refusalsOf(query).map(({ member }) => member)).toEqual(['asOf', 'from', 'by']);
  });

  it('repeats no value, and no long name', () => {
    const planted = 'QQ123456C'.repeat(200);
    const query = `measure=${planted}&from=${planted}&asOf=${planted}&filter[channel]=${planted}`;
    expect(JSON.stringify(refusalsOf(query))).not.toContain('QQ123456C');
    expect(JSON.stringify(refusalsOf(`${planted}=1&filter[${planted}]=1`)).length).toBeLessThan(2_500);
  });
});
