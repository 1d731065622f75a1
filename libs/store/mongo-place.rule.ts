/**
 * The identity of a partition of a generation, and the beginning of the identity of whatever lies in it: a document's `_id`
 * is unique without an index that could be missing, and a range of it is a partition, or a generation. Ids of generations
 * and subjects have no `/`.
 */
export function placeId(generation: string, partition: number): string {
  return `${generation}/${partition}`;
}

/** The range of all ids of a generation. */
export function placesOf(generation: string): { readonly $gte: string; readonly $lt: string } {
  return { $gte: `${generation}/`, $lt: `${generation}0` };
}
