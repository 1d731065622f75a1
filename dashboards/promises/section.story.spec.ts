import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attentionOf, commitmentOf, indicatorOf, standingOf } from '../query-client/example-answers.testkit.js';
import { toldLive } from './measure-told.story.js';
import { sectionsOf } from './section.story.js';

const SEED = 20_261_123;

const told = {
  measures: toldLive(
    attentionOf([standingOf('decisions-in-time', 'off-target'), standingOf('calls-answered', 'on-target')]),
  ),
  published: null,
};

const anyCommitments = fc
  .array(
    fc.record({
      section: fc.constantFrom('People', 'Processes', 'A better future'),
      measures: fc.subarray(['decisions-in-time', 'calls-answered', 'unknown']),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ section, measures }, index) =>
      commitmentOf(
        `1.${index}`,
        section,
        measures.map((measure) => indicatorOf({ measure })),
      ),
    ),
  );

/** The numbers that a summary names: promises, those shown by figures, those off target. */
function countsIn(summary: string): readonly number[] {
  return (
    /^(\d+) promises?\.(?: (\d+|None) (?:is|are) shown by figures\.)(?: (\d+) of those ha(?:s|ve) a figure off target\.)?$/
      .exec(summary)
      ?.slice(1)
      .map((count) => Number(count) || 0) ?? []
  );
}

describe('the sections of an edition', () => {
  it('hold every promise once, in its order, under the sections in theirs', () => {
    fc.assert(
      fc.property(anyCommitments, (commitments) => {
        const sections = sectionsOf(commitments, told);
        expect(sections.map(({ title }) => title)).toEqual([...new Set(commitments.map(({ section }) => section))]);
        for (const { title, promises } of sections) {
          const ids = commitments.filter(({ section }) => section === title).map(({ id }) => id);
          expect(promises.map(({ id }) => id)).toEqual(ids);
        }
        const counted = sections.reduce((sum, { promises }) => sum + promises.length, 0);
        expect(counted).toBe(commitments.length);
        expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
      }),
      { seed: SEED },
    );
  });

  it('are summed up as their promises are', () => {
    fc.assert(
      fc.property(anyCommitments, (commitments) => {
        for (const { summary, promises } of sectionsOf(commitments, told)) {
          const shown = promises.filter(({ going }) => going.figures > 0).length;
          const off = promises.filter(({ going }) => going.states.includes('off-target')).length;
          expect(countsIn(summary)).toEqual([promises.length, shown, off]);
        }
      }),
      { seed: SEED },
    );
  });

  it.each([
    [
      ['decisions-in-time', 'calls-answered'],
      '2 promises. 2 are shown by figures. 1 of those has a figure off target.',
    ],
    [['calls-answered', 'unknown'], '2 promises. 1 is shown by figures.'],
    [['unknown', 'unknown'], '2 promises. None is shown by figures.'],
    [['unknown'], '1 promise. None is shown by figures.'],
  ])('of %j are summed up as %j', (measures, summary) => {
    const commitments = measures.map((measure, index) => commitmentOf(`2.${index}`, 'One', [indicatorOf({ measure })]));
    expect(sectionsOf(commitments, told)[0]?.summary).toBe(summary);
  });
});
