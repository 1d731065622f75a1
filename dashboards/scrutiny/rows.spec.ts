import { describe, expect, it } from '@jest/globals';
import { measureOf, monthsFrom, proportionOf } from '../figures/story.testkit.js';
import { commitmentOf, indicatorOf } from '../query-client/example-answers.testkit.js';
import { chosenOf, rowChoiceOf } from './row-choice.parser.js';
import { countsInWords } from './row-counts.words.js';
import { promisesWithRows } from './row.story.js';

const [october = null] = monthsFrom('2026-10-01', [{ ...proportionOf(185, 200), status: ['p'] }]);
const counted = indicatorOf({ measure: 'decisions-in-time' }, { latest: october, state: 'off-target' });
const related = indicatorOf(
  { measure: 'decisions-in-time', relation: 'proxy' },
  { framework: 'S2-M32', latest: october, state: 'on-target' },
);
const untold = indicatorOf({ kind: 'reported' }, { framework: 'S3-M58', filed: [] });
const commitments = [
  commitmentOf('2.2', 'Processes', [counted, related]),
  commitmentOf('2.3', 'Processes', []),
  commitmentOf('3.1', 'Learning', [untold]),
];
const promises = promisesWithRows({ commitments, audience: 'staff' }, [measureOf('decisions-in-time', 'limit')]);

function chosen(query: string): readonly (string | undefined)[] {
  return chosenOf(promises, rowChoiceOf(new URLSearchParams(query))).flatMap(({ commitment, rows }) =>
    rows.map((row) => `${commitment.id} ${row.framework?.framework ?? 'none'} ${row.kind}`),
  );
}

describe('the rows of promises', () => {
  it('are one for each piece of evidence and one for each gap', () => {
    expect(chosen('')).toEqual([
      '2.2 S2-M31 computed',
      '2.2 S2-M32 nothing',
      '2.2 S2-M32 computed',
      '2.3 none nothing',
      '3.1 S3-M58 reported',
    ]);
  });

  it('are chosen by state and by what stands for them; what there is not is not chosen', () => {
    expect(chosen('state=gap')).toEqual(['2.2 S2-M32 nothing', '2.3 none nothing', '3.1 S3-M58 reported']);
    expect(chosen('kind=computed&state=off-target')).toEqual(['2.2 S2-M31 computed']);
    expect(chosen('kind=magic&state=fine')).toEqual(chosen(''));
  });

  it('say the figure with its marks, and what is there instead', () => {
    const figures = promises.flatMap(({ rows }) => rows.map(({ figure }) => figure));
    expect(figures).toEqual([
      '92.5% in October 2026 [p]',
      '',
      '92.5% in October 2026 [p]',
      '',
      'Nothing has been reported yet.',
    ]);
  });

  it('hold no state for whoever may not see it, and still name the gaps', () => {
    const closed = promisesWithRows(
      {
        commitments: [commitmentOf('2.2', 'Processes', [{ ...counted, state: null, latest: null }])],
        audience: 'public',
      },
      [],
    );
    expect(closed[0]?.rows).toMatchObject([{ state: null, figure: 'Not open to you.' }]);
    expect(countsInWords(closed).join(' ')).not.toContain('off target');
  });
});

describe('the counts', () => {
  it('are in words, of how many, and no score', () => {
    expect(countsInWords(promises)).toEqual([
      '2 of 3 promises have a measure in the framework.',
      '1 of 3 promises has a figure of their own that is counted live.',
      '1 of 3 promises has a figure of their own that is off target.',
      '3 of 3 promises have a gap: something that nothing stands for yet.',
      '1 of 3 measures has nothing that stands for it directly.',
    ]);
  });
});
