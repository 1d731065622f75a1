import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveFacts, misfits } from './correction.fact.js';
import type { Fact } from './fact-catalogue.fact.js';
import { putsRight } from './fact-name.fact.js';
import { cases, seeded } from './fact.testkit.js';
import { compareReadingOrder } from './reading-order.fact.js';

const minute = 60_000;
const noon = Date.UTC(2025, 4, 6, 12);

function at(minutes: number): { readonly at: number; readonly finer: string } {
  return { at: noon + minutes * minute, finer: '' };
}

function timeText(minutes: number): string {
  return new Date(noon + minutes * minute).toISOString();
}

const decided: Fact = { name: 'decision.made', data: { outcome: 'denied' }, source: 'urn:a', id: '1', ...at(0) };
const asked: Fact = { name: 'evidence.requested', data: { ref: 'ev' }, source: 'urn:a', id: '2', ...at(1) };

interface Stated {
  readonly time?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

function correction(
  minutes: number,
  stated: Stated,
  source = 'urn:z',
  id = `c${minutes}`,
  target: Fact = decided,
): Fact {
  return {
    name: 'fact.corrected',
    data: { source: target.source, id: target.id, ...stated },
    source,
    id,
    ...at(minutes),
  };
}

function withdrawal(target: Fact, minutes = 9): Fact {
  const { source, id } = target;
  return {
    name: 'fact.withdrawn',
    data: { source, id, reason: 'duplicate' },
    source: 'urn:w',
    id: `w-${id}`,
    ...at(minutes),
  };
}

describe('laws of putting right', () => {
  it('the facts as they stand do not depend on the order in which they came', () => {
    fc.assert(
      fc.property(
        cases.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length })),
        ),
        ([facts, shuffled]) => {
          expect(effectiveFacts(shuffled)).toEqual(effectiveFacts(facts));
          expect(misfits(shuffled)).toBe(misfits(facts));
        },
      ),
      seeded,
    );
  });

  it('they are in reading order, put nothing right, and stand as they are when asked again', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const standing = effectiveFacts(facts);
        expect(standing.some(({ name }) => putsRight(name))).toBe(false);
        expect(standing).toEqual(standing.toSorted(compareReadingOrder));
        expect(effectiveFacts(standing)).toEqual(standing);
      }),
      seeded,
    );
  });

  it('a withdrawal takes away its fact and changes nothing else', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (facts, pick) => {
        const target = facts[pick % Math.max(facts.length, 1)];
        if (target === undefined) return;
        const rest = effectiveFacts(facts).filter(({ source, id }) => source !== target.source || id !== target.id);
        expect(effectiveFacts<Fact>([...facts, withdrawal(target)])).toEqual(rest);
      }),
      seeded,
    );
  });
});

describe('facts as they stand', () => {
  it('are those given, sorted, where nothing puts them right', () => {
    expect(effectiveFacts([asked, decided])).toEqual([decided, asked]);
  });

  it('have the corrected time, and their place by it', () => {
    const corrected = { ...decided, ...at(2) };
    expect(effectiveFacts([decided, asked, correction(5, { time: timeText(2) })])).toEqual([asked, corrected]);
  });

  it('have time and data of the latest correction that states each', () => {
    const facts = [
      decided,
      correction(3, { time: timeText(-1), data: { outcome: 'authorised' } }),
      correction(4, { time: timeText(-2) }),
    ];
    expect(effectiveFacts(facts)).toEqual([{ ...decided, ...at(-2), data: { outcome: 'authorised' } }]);
  });

  it('take corrections of the same time by id before source', () => {
    const [byId, bySource] = [
      correction(3, { time: timeText(-1) }, 'urn:a', 'z'),
      correction(3, { time: timeText(-2) }, 'urn:z', 'a'),
    ];
    expect(effectiveFacts([decided, byId, bySource])).toEqual([{ ...decided, ...at(-1) }]);
    const later = correction(3, { time: timeText(-3) }, 'urn:b', 'z');
    expect(effectiveFacts([decided, byId, later])).toEqual([{ ...decided, ...at(-3) }]);
  });

  it('keep their data where a correction’s do not fit, and the misfit is counted; its time counts still', () => {
    const facts = [
      decided,
      correction(3, { data: { outcome: 'authorised' } }),
      correction(4, { time: timeText(-1), data: { outcome: 'perhaps' } }),
    ];
    expect(effectiveFacts(facts)).toEqual([{ ...decided, ...at(-1), data: { outcome: 'authorised' } }]);
    expect(misfits(facts)).toBe(1);
  });

  it('are gone once withdrawn, whatever corrects them and however late', () => {
    expect(effectiveFacts([decided, asked, withdrawal(decided), correction(10, { time: timeText(0) })])).toEqual([
      asked,
    ]);
  });

  it('are not touched by what puts right a fact.* or a fact that is not there', () => {
    const wrong = correction(3, { time: timeText(-1) });
    const facts = [
      decided,
      wrong,
      correction(4, { time: timeText(5), data: { x: 1 } }, 'urn:z', 'c4', wrong),
      withdrawal(wrong),
      correction(6, { data: { ref: 'x' } }, 'urn:z', 'c6', asked),
    ];
    expect(effectiveFacts(facts)).toEqual([{ ...decided, ...at(-1) }]);
    expect(misfits(facts)).toBe(0);
  });

  it('are known by source and id together', () => {
    const other: Fact = { ...decided, source: 'urn:b' };
    expect(effectiveFacts([decided, other, withdrawal(other)])).toEqual([decided]);
  });
});
