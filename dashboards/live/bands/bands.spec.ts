import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordsIn } from '../../figures/sentence.words.js';
import { measureOf, monthsFrom } from '../../figures/story.testkit.js';
import { distributionAnswerOf, exampleOpenQueue, exampleQueue } from '../../query-client/length-answers.testkit.js';
import { bandText, waitingText } from './bands.words.js';
import { distributionStory } from './distribution.story.js';
import { ageStory, endingSoonText, limitsStory } from './queue.story.js';

const time = { ...measureOf('decision-time', 'time', 'Time to a decision'), unit: 'working days' };
const [october] = monthsFrom('2026-10-01', [{ value: 20.5, p90: 41, denominator: 10 }]);
if (october === undefined) throw new Error('a month is missing');
const bands = [
  { from: 0, to: 19, count: 4 },
  { from: 20, to: null, count: 6 },
];

describe('the stories of counts', () => {
  it('show every count that the answer has, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }), (counts) => {
        const soon = counts.map((count, left) => ({ left, due: '2026-11-24', count }));
        const story = limitsStory({ ...exampleQueue, soon, later: [] }, 'all benefits');
        expect(story.counts.map(({ count }) => count)).toEqual(counts);
        expect(wordsIn(story.heading)).toBeLessThanOrEqual(25);
      }),
      { seed: 20261124, numRuns: 30 },
    );
  });

  it('of lengths say in how long nine in ten were done, and how half', () => {
    const story = distributionStory(
      distributionAnswerOf({ measure: time, observation: october, bands }),
      'all benefits',
    );
    expect(story?.heading).toBe('Nine in ten took 41 working days or less in October');
    expect(story?.notes.join(' ')).toContain('Half took 20.5 working days or less.');
    expect(story?.counts).toEqual([
      { name: '0–19', count: 4 },
      { name: '20 or more', count: 6 },
    ]);
  });

  it('of lengths are none where the figure is not available, or nothing was counted', () => {
    for (const none of [null, []]) {
      const answer = distributionAnswerOf({ measure: time, observation: october, bands: none });
      expect(distributionStory(answer, 'all benefits')).toBeNull();
    }
  });

  it('of a queue say how many have waited longest; a limit has no ages', () => {
    expect(ageStory(exampleOpenQueue, 'all benefits')?.heading).toBe(
      '7 of 50 open applications have waited 101 or more working days',
    );
    expect(ageStory(exampleQueue, 'all benefits')).toBeNull();
  });

  it('of limits say how many end soon, how many are late already, and how many have none', () => {
    const { heading, notes } = limitsStory(exampleOpenQueue, 'all benefits');
    expect(heading).toBe('12 time limits end in the next five working days');
    expect(notes).toEqual(expect.arrayContaining(['6 more are past the time limit already.']));
    expect(notes).toEqual(expect.arrayContaining(['2 have no time limit that runs.']));
  });
});

it.each([
  [bandText({ from: 0, to: 0 }, 'working days'), '0'],
  [bandText({ from: 5, to: 9 }, 'working days'), '5–9'],
  [bandText({ from: 90, to: 119 }, 'seconds'), '1 min 30 s–1 min 59 s'],
  [bandText({ from: 600, to: null }, 'seconds'), '10 min or more'],
  [waitingText('0-20'), '0–20'],
  [waitingText('101-plus'), '101 or more'],
  [endingSoonText(0), 'No time limit ends in the next five working days'],
  [endingSoonText(1), '1 time limit ends in the next five working days'],
])('%s', (said, meant) => {
  expect(said).toBe(meant);
});
