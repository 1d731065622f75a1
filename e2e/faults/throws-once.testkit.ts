/**
 * Brought in by `--import`: the store's method that moves a position on throws a TypeError, as a mistake in the program
 * would, in the partition that comes third.
 */
const { MongoPositions } = (await import(
  new URL('../../dist/libs/store/mongo-positions.store.js', import.meta.url).href
)) as {
  readonly MongoPositions: { readonly prototype: { advance: (...args: unknown[]) => Promise<void> } };
};
const { advance } = MongoPositions.prototype;
let calls = 0;

MongoPositions.prototype.advance = function (...args): Promise<void> {
  calls += 1;
  if (calls === 3) throw new TypeError('planted');
  return advance.apply(this, args);
};

export {};
