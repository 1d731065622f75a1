import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { parseYear, type Period } from '../../../libs/calendars/period.calendar.js';
import { FACT_NAMES } from '../../../libs/events/fact-name.fact.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { differencesBetween } from '../../../libs/publication/differences.rule.js';
import { anyRows, rowOf, rowWithoutFigure, seed } from '../../../libs/publication/publication.testkit.js';
import { stateVerdict } from '../../../libs/publication/release-state.rule.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { CHECK_NAMES, type Check } from './check.fact.js';
import { checksOf, isClear, type KnownOfYear } from './checks.rule.js';
import { evidencingIn } from './evidencing.rule.js';
import { finalFrom } from './making-checks.rule.js';

const framework = loadRegister().charter.measures;

function day(text: string): Day {
  const read = parseDay(text);
  if (read === null) throw new RangeError(text);
  return read;
}

function yearOf(code: string): Period {
  const read = parseYear(code);
  if (read === null) throw new RangeError(code);
  return read;
}

const year = yearOf('2025-26');
const release = { id: '2025-26.1', state: 'provisional', madeAt: '2026-05-01T08:30:00Z' } as const;

/** A year of which nothing is amiss: long over, everything there. */
const nothingAmiss: KnownOfYear = {
  year,
  asOf: day('2027-06-30'),
  isCounted: true,
  isWhole: true,
  canSign: true,
  lag: { events: 0, waitedSeconds: 0, since: day('2027-07-01') },
  quarantined: 0,
  feeds: FACT_NAMES.map((fact) => ({ fact, lastSeen: day('2027-06-30'), state: 'normal' })),
  evidencing: evidencingIn(year, framework, measures),
  exact: [rowOf()],
  published: [rowOf()],
  since: { release, lateFacts: 0, changes: [] },
};

const checks = (known: Partial<KnownOfYear>): readonly Check[] => checksOf({ ...nothingAmiss, ...known });
const named = (known: Partial<KnownOfYear>): readonly string[] => checks(known).map(({ check }) => check);

const anyKnown = fc.record({
  asOf: fc.integer({ min: year.start, max: year.end + 400 }),
  isCounted: fc.boolean(),
  isWhole: fc.boolean(),
  canSign: fc.boolean(),
  quarantined: fc.nat(9),
  lag: fc.record({
    events: fc.nat(9),
    waitedSeconds: fc.nat(900),
    since: fc.integer({ min: year.start, max: year.end + 400 }),
  }),
  feeds: fc.subarray([...FACT_NAMES]).chain((facts) =>
    fc.tuple(
      ...facts.map((fact) =>
        fc.record({
          fact: fc.constant(fact),
          lastSeen: fc.option(fc.integer({ min: year.start, max: year.end + 400 })),
          state: fc.constantFrom('normal', 'quiet'),
        }),
      ),
    ),
  ),
  exact: anyRows,
  published: anyRows,
  since: fc.option(
    fc.record({
      release: fc.constant(release),
      lateFacts: fc.option(fc.nat(9)),
      changes: fc.tuple(anyRows, anyRows).map(([before, after]) => differencesBetween(before, after)),
    }),
  ),
});

describe('the checks of a year', () => {
  it('are none where nothing is amiss', () => {
    expect(checksOf(nothingAmiss)).toEqual([]);
  });

  it('come in the order of their names, each with a sentence, and are clear where none blocks', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const found = checks(known);
        const places = found.map(({ check }) => CHECK_NAMES.indexOf(check));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const { says, count } of found) {
          expect(says).toMatch(/^\S.*[.]$/su);
          expect(count === null || count > 0).toBe(true);
        }
        expect(isClear(found)).toBe(!found.some(({ weight }) => weight === 'blocks'));
      }),
      { seed, numRuns: 25 },
    );
  });

  it('say that a year cannot be final exactly where it cannot', () => {
    fc.assert(
      fc.property(fc.integer({ min: year.start, max: year.end + 60 }), (asOf) => {
        const early = named({ asOf }).filter((check) => check === 'year-not-ended' || check === 'final-too-early');
        const mayBeFinal = stateVerdict(year.code, 'final', asOf + 1).allowed;
        expect(early).toHaveLength(mayBeFinal ? 0 : 1);
        expect(mayBeFinal).toBe(asOf + 1 >= finalFrom(year));
      }),
      { seed, numRuns: 25 },
    );
  });
});

describe('what blocks', () => {
  it.each<[string, Partial<KnownOfYear>]>([
    ['nothing-counted', { isCounted: false }],
    ['not-whole', { isWhole: false }],
    ['no-signing-key', { canSign: false }],
    ['lag', { lag: { events: 12, waitedSeconds: 90_000, since: day('2027-06-30') } }],
    ['feed-quiet', { feeds: [{ fact: 'decision.made', lastSeen: day('2026-02-03'), state: 'quiet' }] }],
  ])('%s', (check, known) => {
    const found = checks(known);
    expect(found).toMatchObject([{ check, weight: 'blocks' }]);
    expect(isClear(found)).toBe(false);
  });

  it('is no record that came after K, and none that is about to be counted', () => {
    const late = { events: 12, waitedSeconds: 600, since: day('2027-07-01') };
    expect(checks({ lag: late })).toMatchObject([{ check: 'lag', weight: 'look', count: 12 }]);
    expect(named({ lag: { ...late, waitedSeconds: 2 } })).toEqual([]);
  });
});

describe('what is to be known', () => {
  it('until when a year has not ended, and from when it can be final', () => {
    expect(checks({ asOf: day('2026-02-10') })[0]).toMatchObject({ check: 'year-not-ended', until: '2026-04-01' });
    expect(checks({ asOf: day('2026-04-10') })[0]).toMatchObject({ check: 'final-too-early', until: '2026-04-29' });
  });

  it('a feed that stopped after the year, one that never came, and none that no framework measure reads', () => {
    const found = checks({
      feeds: [
        { fact: 'decision.made', lastSeen: day('2026-04-01'), state: 'quiet' },
        { fact: 'call.ended', lastSeen: null, state: 'quiet' },
        { fact: 'fact.corrected', lastSeen: null, state: 'quiet' },
      ],
    });
    expect(found).toMatchObject([
      { check: 'feed-quiet', weight: 'look', feed: 'decision.made' },
      { check: 'feed-missing', weight: 'look', feed: 'call.ended' },
    ]);
    for (const { frameworks } of found) expect(frameworks.length).toBeGreaterThan(0);
  });

  it('which measures ripen later than a year takes to be final, month by month', () => {
    const found = checks({ asOf: day('2026-08-15') }).filter(({ check }) => check === 'immature');
    expect(found.find(({ measure }) => measure === 'right-first-time')).toMatchObject({
      says: expect.stringContaining('2 of 12 months of it, from 2026-02 on'),
      count: 2,
      until: '2026-09-28',
    });
    expect(found.some(({ measure }) => measure === 'decisions-in-time')).toBe(false);
  });

  it('what is a gap, was not filed, or is not counted', () => {
    const direct = { measure: null, relation: 'direct' } as const;
    const exact = [
      rowWithoutFigure({ framework: 'G', evidence: { kind: 'gap', measure: null, relation: null }, status: ['x'] }),
      rowWithoutFigure({ framework: 'R', evidence: { kind: 'reported', ...direct }, status: ['x'] }),
      rowWithoutFigure({ framework: 'N', evidence: { kind: 'narrative', ...direct }, status: ['x'] }),
      rowWithoutFigure({ framework: 'W', evidence: { kind: 'narrative', ...direct }, status: ['z'], text: 'Words.' }),
      rowWithoutFigure({ framework: 'S', evidence: { ...direct, kind: 'survey', measure: 'survey.s' }, status: ['z'] }),
      rowWithoutFigure({ framework: 'C', status: ['x'] }),
      rowWithoutFigure({ framework: 'Z', status: ['z'] }),
    ];
    expect(checks({ exact }).map(({ check, frameworks }) => `${check} ${frameworks.join()}`)).toEqual([
      'not-counted C',
      'nothing-filed R',
      'nothing-filed N',
      'nothing-filed S',
      'no-direct-evidence G',
    ]);
  });

  it('how much everybody will not see', () => {
    const published = [rowOf(), rowWithoutFigure({ status: ['c'] }), rowWithoutFigure({ status: ['c', 'p'] })];
    expect(checks({ published })).toMatchObject([
      { check: 'suppressed', count: 2, says: '2 rows of 3 will be suppressed in the published table.' },
    ]);
  });

  it('what came after the latest release, and what that changes', () => {
    const changes = differencesBetween(
      [rowOf(), rowOf({ framework: 'T' })],
      [rowOf({ value: 0.8 }), rowOf({ framework: 'T', status: ['p'] })],
    );
    expect(checks({ since: { release, lateFacts: 1_204, changes } }).map(({ says }) => says)).toEqual([
      '1,204 facts that change the year came after release 2025-26.1.',
      '2 rows now differ from release 2025-26.1, 1 of them by their value.',
    ]);
    expect(checks({ since: { release, lateFacts: null, changes: [] } })).toMatchObject([
      { check: 'late-facts', count: null },
    ]);
    expect(named({ since: null })).toEqual([]);
  });

  it('what could not be taken in', () => {
    expect(checks({ quarantined: 1 })).toMatchObject([
      { check: 'quarantined', says: '1 event could not be taken in and is in no figure, of whatever year.' },
    ]);
  });
});
