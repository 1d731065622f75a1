import { noRows, rowsOfLength, type Rows } from './rows.measure.js';

const version = 1;
const headerLength = 2;
const columnNames = ['tuple', 'day', 'recordDay', 'x', 'count'] as const;

/**
 * Rows as bytes: Int32 words, little-endian. [version, number of measures, then (measure, rows) for each], then the
 * columns tuple, day, record day, x and count, one after the other. `decodeRows` undoes it exactly.
 */
export function encodeRows(rows: Rows): Uint8Array {
  const runs = runsOfMeasures(rows.measure);
  const words = new Int32Array(headerLength + runs.length + rows.length * columnNames.length);
  words[0] = version;
  words[1] = runs.length / 2;
  words.set(runs, headerLength);
  let place = headerLength + runs.length;
  for (const name of columnNames) {
    words.set(rows[name], place);
    place += rows.length;
  }
  return new Uint8Array(words.buffer);
}

/** Throws RangeError where the bytes are not rows of this version. */
export function decodeRows(bytes: Uint8Array): Rows {
  if (bytes.byteLength % 4 !== 0) throw new RangeError('rows are whole 32-bit words');
  const words = new Int32Array(new Uint8Array(bytes).buffer);
  if (words[0] !== version) throw new RangeError(`rows of version ${String(words[0])}, not ${String(version)}`);
  const runWords = (words[1] ?? -1) * 2;
  const length = (words.length - headerLength - runWords) / columnNames.length;
  if (runWords < 0 || !Number.isInteger(length) || length < 0)
    throw new RangeError('the columns of these rows differ in length');
  if (length === 0) return noRows;
  const rows = rowsOfLength(length);
  let row = 0;
  for (let run = headerLength; run < headerLength + runWords; run += 2) {
    const end = row + (words[run + 1] ?? 0);
    if (end <= row) throw new RangeError('a measure of these rows has no row');
    rows.measure.fill(words[run] ?? 0, row, end);
    row = end;
  }
  if (row !== length) throw new RangeError('the measures of these rows do not cover them');
  let place = headerLength + runWords;
  for (const name of columnNames) {
    rows[name].set(words.subarray(place, place + length));
    place += length;
  }
  return rows;
}

function runsOfMeasures(measures: Int32Array): number[] {
  const runs: number[] = [];
  let start = 0;
  for (let i = 1; i <= measures.length; i += 1) {
    if (i < measures.length && measures[i] === measures[start]) continue;
    runs.push(measures[start] ?? 0, i - start);
    start = i;
  }
  return runs;
}
