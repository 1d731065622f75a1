import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { FigureSection } from './figure.section.js';
import { type Story, storyOf } from './figure.story.js';
import { plotOf } from './plot.rule.js';
import { MOST_WORDS, wordsIn } from './sentence.words.js';
import { SparkLine } from './spark-line.chart.js';
import { aboutOf, answerOf, askedAndAnswered, measureOf, monthsFrom, proportionOf } from './story.testkit.js';

type Asked = typeof askedAndAnswered extends fc.Arbitrary<infer Given> ? Given : never;

/** Any answer, as a story and as the markup that a reader gets. */
function drawn({ answer, about }: Asked): { readonly story: Story; readonly html: string } {
  const story = storyOf(answer, about);
  return { story, html: render(<FigureSection story={story} answer={answer} id="figure-1" />) };
}

function all(html: string, pattern: RegExp): readonly string[] {
  return [...html.matchAll(pattern)].map(([, found]) => unescaped(found ?? ''));
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function rowsIn(html: string): readonly (readonly string[])[] {
  const body = /<tbody>(.*)<\/tbody>/s.exec(html)?.[1] ?? '';
  return all(body, /<tr>(.*?)<\/tr>/gs).map((row) => all(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gs));
}

function always(seed: number, law: (asked: Asked) => void): void {
  fc.assert(fc.property(askedAndAnswered, law), { seed, numRuns: 150 });
}

describe('the section of a figure', () => {
  it('has a row in its table for every point, with the same text', () => {
    always(20261110, (asked) => {
      const { story, html } = drawn(asked);
      const rows = rowsIn(html);
      expect(rows).toHaveLength(asked.answer.observations.length);
      for (const [index, { label, text }] of story.points.entries()) {
        expect(rows[index]?.[0]?.toLowerCase()).toBe(label.toLowerCase());
        expect(rows[index]?.[1]).toBe(text);
      }
    });
  });

  it('draws every value once in each drawing, where the value lies, and nothing else', () => {
    always(20261111, (asked) => {
      const { story, html } = drawn(asked);
      const values = story.points.flatMap(({ value }) => (value === null ? [] : [value]));
      if (story.drawing === 'line') {
        const plots = (['wide', 'narrow'] as const).map((width) => plotOf(width, story.points.length, story.scale));
        const drawings = all(html, /<path class="chart__dots[^"]*" d="([^"]*)"/g);
        expect(drawings).toHaveLength(2);
        for (const [index, path] of drawings.entries()) {
          const heights = all(path, /M[-\d.]+,([-\d.]+)h0/g).map(Number);
          expect(heights).toEqual(values.map((value) => plots[index]?.y(value)));
        }
      } else if (story.drawing === 'bars') {
        expect(all(html, /(<rect)/g)).toHaveLength(2 * values.length);
      } else {
        const bars =
          all(html, /<path class="chart__bar[^"]*" d="([^"]*)"/g)
            .join('')
            .split('z').length - 1;
        const codes = new Set(story.points.findLast(({ parts }) => parts.length > 0)?.parts.map(({ code }) => code));
        const shares = story.points.flatMap(({ parts }) =>
          parts.filter((part) => part.share !== null && codes.has(part.code)),
        );
        expect(bars).toBe(2 * shares.length);
      }
    });
  });

  it('says in its text alternative only what is in the table, first and last, lowest and highest', () => {
    always(20261112, (asked) => {
      const { story, html } = drawn(asked);
      const { alternative, points } = story;
      const counted = points.filter(({ value }) => value !== null);
      if (points.length > 0) expect(all(html, /role="img" aria-label="([^"]*)"/g)).toEqual([alternative, alternative]);
      const sentences = alternative.split(/(?<=\.) /);
      expect(sentences.length).toBeLessThanOrEqual(3);
      for (const sentence of sentences) expect(wordsIn(sentence)).toBeLessThanOrEqual(MOST_WORDS);
      for (const end of [counted.at(0), counted.at(-1)]) {
        if (end !== undefined) expect(alternative).toContain(`${end.amount} ${end.duringInFull}`);
      }
      const range = /The lowest is (.*?), the highest (.*?)\./.exec(alternative.replace(/(\d)\.(\d)/g, '$1·$2'));
      if (range === null) return;
      const values = counted.map(({ value }) => value ?? 0);
      for (const [index, bound] of [Math.min(...values), Math.max(...values)].entries()) {
        const said = counted
          .filter(({ value }) => value === bound)
          .map((point) => `${point.amount} ${point.duringInFull}`);
        expect(said).toContain(range[index + 1]?.replaceAll('·', '.'));
      }
    });
  });

  it('shows the heading and subtitle of the story, and explains each mark that occurs and no other', () => {
    always(20261113, (asked) => {
      const { story, html } = drawn(asked);
      expect(all(html, /<h2[^>]*>(.*?)<\/h2>/gs)).toEqual([story.heading]);
      expect(unescaped(html)).toContain(story.subtitle);
      const occurring = new Set(rowsIn(html).flatMap((row) => row.flatMap((cell) => cell.match(/\[[a-z]\]/g) ?? [])));
      expect(new Set(all(html, /<dt>(.*?)<\/dt>/g))).toEqual(occurring);
    });
  });

  it('holds nothing that is not meant for readers, and no style of its own', () => {
    always(20261114, (asked) => {
      const { story, html } = drawn(asked);
      const spark = render(<SparkLine story={story} />);
      expect(html + spark).not.toMatch(/NaN|undefined|null|Infinity|\[object|style=|<script/);
      expect(html).not.toMatch(/<(ul|dl|tr|h2)[^>]*><\/\1>/);
      expect(html).toContain('synthetic');
    });
  });

  it('counts up to an instant on the clock of Europe/London, or says that this is not known', () => {
    const measure = measureOf('decisions-in-time', 'limit');
    const answer = answerOf(measure, monthsFrom('2026-10-01', [proportionOf(73, 80)]));
    const story = storyOf(answer, aboutOf(measure));
    const section = (countedTo: string | null): string =>
      render(
        <FigureSection story={story} id="figure-1" answer={{ freshness: { countedTo, lagEvents: 0 }, warnings: [] }} />,
      );
    expect(section('2026-11-23T10:42:00Z')).toContain('>23 November 2026, 10:42</time>');
    expect(section(null)).toContain('How far the figures go is not known.');
  });
});

describe('a story', () => {
  const measure = measureOf('decisions-in-time', 'limit');
  const months = [proportionOf(95, 100), proportionOf(73, 80)].map((month) => ({ ...month, target: 0.9 }));
  const answer = answerOf(measure, monthsFrom('2026-09-01', months));
  const objective = { op: 'gte', value: 0.9, role: 'assumption' as const, source: 'demonstration value' };

  it('says what it shows, of which place and when it was known', () => {
    expect(storyOf(answer, aboutOf(measure, { place: 'Scottish Child Payment' })).subtitle).toBe(
      'Decisions made in time, by month, Scottish Child Payment, September 2026 to October 2026, as known on 23 November 2026',
    );
  });

  it('names a target that nobody has set for what it is', () => {
    const { target, alternative, notes } = storyOf(answer, aboutOf(measure, { objective }));
    expect(target).toEqual({ value: 0.9, text: '90%', amount: '90%', label: 'Demonstration value' });
    expect(alternative).toBe(
      'Chart of “Decisions made in time”: 95.0% in September 2026, 91.3% in October 2026. ' +
        'The lowest is 91.3% in October 2026, the highest 95.0% in September 2026. The demonstration value is 90%.',
    );
    expect(notes).toContain('The demonstration value is not a target that anyone has set.');
    expect(storyOf(answer, aboutOf(measure, { objective: { ...objective, role: 'agency' } })).target?.label).toBe(
      'Target',
    );
  });

  it('lays its figures out as a table with units in the headers', () => {
    expect(storyOf(answer, aboutOf(measure)).table).toMatchObject({
      columns: [
        { name: 'Period' },
        { name: 'Share' },
        { name: 'Number' },
        { name: 'Range that chance explains' },
        { name: 'Target' },
      ],
      rows: [
        ['September 2026', '95.0%', '95 of 100', '88.8% to 97.8%', '90%'],
        ['October 2026', '91.3%', '73 of 80', '83.0% to 95.7%', '90%'],
      ],
      marks: [],
    });
  });

  it('in whole per cents where the counts are controlled', () => {
    expect(storyOf({ ...answer, audience: 'scrutiny' }, aboutOf(measure)).points.map(({ text }) => text)).toEqual([
      '95%',
      '91%',
    ]);
  });

  it('is of one series', () => {
    expect(() => storyOf({ ...answer, by: ['benefit'] }, aboutOf(measure))).toThrow(RangeError);
  });
});
