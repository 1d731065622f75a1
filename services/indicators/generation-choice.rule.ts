import type { Generation } from '../../libs/store/engine-store.port.js';

/** Characters of a fingerprint that name its generations. */
const NAMED_BY = 12;

/** What the generations of one program share: all that decides what its fold puts out, and how its rows are read. */
export type Fingerprinted = Pick<Generation, 'fingerprint' | 'layout'>;

/**
 * The generation that a process of this fingerprint writes to; `null`: it begins one. `generations` are in the order begun.
 *
 * The one in use, if it is of this fingerprint: another of the same fingerprint is a rebuild's until readers are on it. Else
 * the last begun before the one in use, which readers have left; else the one that is to come after it.
 */
export function generationToWrite(
  generations: readonly Generation[],
  inUse: string | null,
  fingerprint: string,
): Generation | null {
  const own = generations.filter((generation) => generation.fingerprint === fingerprint);
  const isBefore = ({ id }: Generation): boolean => inUse !== null && isBegunLater(generations, inUse, id);
  return own.find(({ id }) => id === inUse) ?? own.findLast(isBefore) ?? own.at(-1) ?? null;
}

/** The generation that a rebuild by this fingerprint has begun beside the one in use and not finished; `null`: none. */
export function generationBesides(
  generations: readonly Generation[],
  inUse: string,
  fingerprint: string,
): Generation | null {
  const isBesides = ({ id, fingerprint: other }: Generation): boolean =>
    other === fingerprint && isBegunLater(generations, id, inUse);
  return generations.findLast(isBesides) ?? null;
}

/**
 * Those that no one needs any more who computes with this fingerprint: begun before the one in use, or a rebuild that has
 * not been finished. What a process of another fingerprint fills to come after the one in use stays.
 */
export function generationsToPrune(
  generations: readonly Generation[],
  inUse: string,
  fingerprint: string,
): readonly Generation[] {
  return generations.filter(
    ({ id, fingerprint: other }) => id !== inUse && (isBegunLater(generations, inUse, id) || other === fingerprint),
  );
}

/** Whether one was begun after the other. Readers are moved by those who count to a generation begun later, never back. */
export function isBegunLater(generations: readonly Generation[], one: string, other: string): boolean {
  const place = (id: string): number => generations.findIndex((generation) => generation.id === id);
  return place(one) > place(other);
}

/** An id that none of the generations has or had: the fingerprint's beginning, and from the second on an ordinal. */
export function newGenerationId(generations: readonly Generation[], fingerprint: string): string {
  const name = fingerprint.slice(0, NAMED_BY);
  const ordinals = generations
    .filter((generation) => generation.fingerprint === fingerprint)
    .map(({ id }) => (id === name ? 1 : Number(id.slice(name.length + 1))));
  return ordinals.length === 0 ? name : `${name}-${String(Math.max(...ordinals) + 1)}`;
}
