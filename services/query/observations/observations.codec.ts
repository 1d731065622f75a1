import { csvOf, type Field } from '../../../libs/publication/downloads/csv.codec.js';
import type { Observation } from '../../../libs/measures/figures/observe.measure.js';

/**
 * Observations as CSV (RFC 4180, with a header; every line ends in CRLF): the columns of the contract, the dimensions of
 * `by` in their order. What is `null` is empty; status codes are joined by spaces. The parts of shares have no column.
 */
export function toCsv(observations: readonly Observation[], by: readonly string[]): string {
  const header = [
    'period',
    'start',
    'end',
    ...by,
    'value',
    'numerator',
    'denominator',
    'low',
    'high',
    'p90',
    'target',
    'status',
  ];
  return csvOf([header, ...observations.map((observation) => fieldsOf(observation, by))]);
}

function fieldsOf(observation: Observation, by: readonly string[]): readonly Field[] {
  const { period, start, end, dimensions, value, numerator, denominator, interval, p90, target, status } = observation;
  return [
    period,
    start,
    end,
    ...by.map((name) => dimensions[name] ?? null),
    value,
    numerator,
    denominator,
    interval?.low ?? null,
    interval?.high ?? null,
    p90,
    target,
    status.join(' '),
  ];
}
