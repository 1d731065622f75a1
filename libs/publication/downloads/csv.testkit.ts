import type { ReleasedRow } from './released-rows.rule.js';

/** The lines of a CSV by RFC 4180. */
export function csvLines(csv: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    line.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

/** What a row of a download is, read back from its fields by name. */
export function rowRead(fields: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  const field = (name: string): string => fields.get(name) ?? '';
  const text = (name: string): string | null => (field(name) === '' ? null : field(name).replace(/^'/, ''));
  const number = (name: string): number | null => (field(name) === '' ? null : Number(field(name)));
  const list = (name: string): readonly string[] => (field(name) === '' ? [] : field(name).split(' '));
  const [low, high] = [number('low'), number('high')];
  return {
    framework: text('framework'),
    title: text('title') ?? '',
    commitments: list('commitments').map((one) => ({ edition: one.split('/')[0], id: one.split('/')[1] })),
    evidence: { kind: text('evidence'), measure: text('measure'), relation: text('relation') },
    value: number('value'),
    numerator: number('numerator'),
    denominator: number('denominator'),
    interval: low === null || high === null ? null : { low, high, level: 0.95 },
    unit: text('unit'),
    status: list('status'),
    revision: number('revision'),
    classification: text('classification'),
    text: text('text'),
  } satisfies Record<keyof ReleasedRow, unknown>;
}
