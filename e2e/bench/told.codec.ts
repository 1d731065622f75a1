/** What an indicators process under measurement says on its standard output. */
export type Told =
  /** It has been assigned partitions, and waits to be let go. */
  | { readonly what: 'waits' }
  /** A checkpoint of a partition is in the store: everything before `position` counts. */
  | { readonly what: 'saved'; readonly partition: number; readonly position: number; readonly at: number };

/** One line; `at` in milliseconds since the epoch. */
export function lineOf(told: Told): string {
  return told.what === 'waits' ? 'bench: waits\n' : `bench: saved ${told.partition} ${told.position} ${told.at}\n`;
}

/** What a process has told in all that it wrote; anything else there is passed over, and a line not yet whole. */
export function toldIn(output: string): readonly Told[] {
  return [...output.matchAll(/^bench: (?:(waits)|saved (\d+) (\d+) (\d+))$\n/gm)].map(
    ([, waits, partition, position, at]) =>
      waits === undefined
        ? { what: 'saved', partition: Number(partition), position: Number(position), at: Number(at) }
        : { what: 'waits' },
  );
}
