import type { Measurement } from './measurement.fact.js';

/** The middle of some figures, and how far apart they lie. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** `null` of no figures; of an even number the median is the mean of the two in the middle. */
export function spreadOf(figures: readonly number[]): Spread | null {
  const inOrder = figures.toSorted((a, b) => a - b);
  const [least, most] = [inOrder[0], inOrder.at(-1)];
  const [below, above] = [inOrder[Math.ceil(inOrder.length / 2) - 1], inOrder[Math.floor(inOrder.length / 2)]];
  if (least === undefined || most === undefined || below === undefined || above === undefined) return null;
  return { median: (below + above) / 2, least, most };
}

/** A part over all runs. */
export interface PartSummary {
  readonly part: string;
  readonly eventsPerSecond: Spread;
  /** Its rate over the peer's, each run by itself; `null` where no peer ran beside it. */
  readonly ratio: Spread | null;
}

/** The parts in the order in which they were first measured. */
export function summaryOf(measurements: readonly Measurement[], peer: string): readonly PartSummary[] {
  return [...Map.groupBy(measurements, ({ part }) => part)].flatMap(([part, ofPart]) => {
    const eventsPerSecond = spreadOf(ofPart.map((one) => one.eventsPerSecond));
    const ratios = ofPart.flatMap((one) => ratioOf(one, measurements, peer) ?? []);
    return eventsPerSecond === null ? [] : [{ part, eventsPerSecond, ratio: spreadOf(ratios) }];
  });
}

/** A measurement's rate over that of the peer in the same run; `null` where there was none. */
export function ratioOf(
  { run, eventsPerSecond }: Measurement,
  measurements: readonly Measurement[],
  peer: string,
): number | null {
  const beside = measurements.find((other) => other.run === run && other.part === peer);
  return beside === undefined ? null : eventsPerSecond / beside.eventsPerSecond;
}
