import { describe, expect, it } from '@jest/globals';
import type { Generation } from '../../libs/store/engine-store.port.js';
import { generationBesides, generationsToPrune, generationToWrite, newGenerationId } from './generation-choice.rule.js';

const old = 'a'.repeat(64);
const young = 'b'.repeat(64);
const idOf = (fingerprint: string, ordinal = 1): string =>
  ordinal === 1 ? fingerprint.slice(0, 12) : `${fingerprint.slice(0, 12)}-${String(ordinal)}`;
const listed = (...begun: readonly (readonly [fingerprint: string, ordinal?: number])[]): readonly Generation[] =>
  begun.map(([fingerprint, ordinal]) => ({
    id: idOf(fingerprint, ordinal),
    fingerprint,
    partitionCount: 2,
    layout: '{}',
  }));

describe('the generation that a process writes to', () => {
  it.each<[string, readonly Generation[], string | null, string | null]>([
    ['is none where none has its fingerprint', listed([young]), idOf(young), null],
    ['is the one in use, while a rebuild fills another', listed([old], [old, 2]), idOf(old), idOf(old)],
    ['is what a rebuild has filled, once readers are on it', listed([old], [old, 2]), idOf(old, 2), idOf(old, 2)],
    ['is its own that is to come after the one in use', listed([young], [old]), idOf(young), idOf(old)],
    ['is the last that readers have left', listed([old], [old, 2], [young]), idOf(young), idOf(old, 2)],
    ['is not what a rebuild fills to go back to', listed([old], [young], [old, 2]), idOf(young), idOf(old)],
  ])('%s', (_, generations, inUse, expected) => {
    expect(generationToWrite(generations, inUse, old)?.id ?? null).toBe(expected);
  });
});

describe('a rebuild', () => {
  it('goes on with what one of its fingerprint has begun after the one in use, and with nothing else', () => {
    expect(generationBesides(listed([old], [old, 2]), idOf(old), old)?.id).toBe(idOf(old, 2));
    expect(generationBesides(listed([old], [old, 2]), idOf(old, 2), old)).toBeNull();
    expect(generationBesides(listed([old], [young]), idOf(old), old)).toBeNull();
  });

  it('leaves what can be deleted but not what another version fills', () => {
    const generations = listed([old], [old, 2], [old, 3], [young]);
    expect(generationsToPrune(generations, idOf(old, 2), old).map(({ id }) => id)).toEqual([idOf(old), idOf(old, 3)]);
  });

  it('has an id that no generation has or had', () => {
    expect(newGenerationId(listed([young]), old)).toBe(idOf(old));
    expect(newGenerationId(listed([old], [young]), old)).toBe(idOf(old, 2));
    expect(newGenerationId(listed([old, 9], [old, 10]), old)).toBe(idOf(old, 11));
  });
});
