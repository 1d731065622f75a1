import { TupleSpace, type Dimension } from '../tuple.measure.js';
import { waiting, type Question } from './question.measure.js';

/** How the rows of a question are sorted into combinations of codes, as a filter allows. */
export interface Grouping {
  readonly size: number;
  /** The combination of a tuple, before any derived dimension; -1 where the filter leaves it out. */
  readonly groupOf: (tuple: number) => number;
  /** The combination with its waiting band; -1 where the filter leaves the band out. `null`: waiting plays no part. */
  readonly groupWaiting: ((group: number, band: number) => number) | null;
  readonly dimensionsOf: (group: number) => Readonly<Record<string, string>>;
}

/** The dimensions of `by` must be the measure's own, and so must those of `filter`, with a code that it has. */
export function groupingOf({ by, filter }: Question, dimensions: readonly Dimension[]): Grouping {
  const space = new TupleSpace(dimensions);
  const axes = by.map((name) => (name === waiting.name ? waiting : dimensionNamed(name, dimensions)));
  const grouped = new TupleSpace(axes);
  const strides = axes.map((_, axis) => grouped.tupleOf(axes.map((__, other) => (other === axis ? 1 : 0))));
  const filters = Object.entries(filter)
    .filter(([name]) => name !== waiting.name)
    .map(([name, code]) => ({
      read: readerNamed(name, space),
      code: dimensionNamed(name, dimensions).codes.indexOf(code),
    }));
  const groupOf = sumOf(axes.map((axis, place) => ({ read: space.readerOf(axis.name), stride: strides[place] ?? 0 })));
  const waitingStride = strides[by.indexOf(waiting.name)] ?? 0;
  const waitingCode = filter[waiting.name];
  const wantedBand = waitingCode === undefined ? null : waiting.codes.indexOf(waitingCode);

  return {
    size: grouped.size,
    groupOf:
      filters.length === 0
        ? groupOf
        : (tuple) => (filters.every(({ read, code }) => read(tuple) === code) ? groupOf(tuple) : -1),
    groupWaiting:
      wantedBand === null && waitingStride === 0
        ? null
        : (group, band) => (wantedBand !== null && wantedBand !== band ? -1 : group + band * waitingStride),
    dimensionsOf: (group) =>
      Object.fromEntries(axes.map((axis) => [axis.name, axis.codes[grouped.readerOf(axis.name)?.(group) ?? 0] ?? ''])),
  };
}

interface Axis {
  /** `null`: the axis is worked out later. */
  readonly read: ((tuple: number) => number) | null;
  readonly stride: number;
}

/** Where a tuple lies on at most two axes. Asked of every row, so each number of axes has a function of its own. */
function sumOf(axes: readonly Axis[]): (tuple: number) => number {
  const [first, second] = axes.flatMap(({ read, stride }) => (read === null ? [] : [{ read, stride }]));
  if (first === undefined) return () => 0;
  if (second === undefined) return (tuple) => first.read(tuple) * first.stride;
  return (tuple) => first.read(tuple) * first.stride + second.read(tuple) * second.stride;
}

function dimensionNamed(name: string, dimensions: readonly Dimension[]): Dimension {
  const dimension = dimensions.find((candidate) => candidate.name === name);
  if (dimension === undefined) throw new RangeError(`the measure has no dimension '${name}'`);
  return dimension;
}

function readerNamed(name: string, space: TupleSpace): (tuple: number) => number {
  const read = space.readerOf(name);
  if (read === null) throw new RangeError(`the measure has no dimension '${name}'`);
  return read;
}
