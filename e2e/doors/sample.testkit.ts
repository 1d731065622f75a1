import { readFileSync } from 'node:fs';

/** A question of the sample with the figures that an independent program counted. */
export interface ExpectedAnswer {
  readonly measure: string;
  readonly grain: string;
  readonly from: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly asOf: string;
  readonly observations: readonly ExpectedObservation[];
}

/** Members that have no meaning for the kind are absent. */
export interface ExpectedObservation {
  readonly period: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly p90?: number | null;
  readonly parts?: Readonly<Record<string, number>>;
  readonly status: readonly string[];
}

export const sampleFile = 'e2e/samples/events.ndjson';

export function sampleLines(): readonly string[] {
  return readFileSync(sampleFile, 'utf8').trimEnd().split('\n');
}

/** Numbers, from 1, of the lines that must be refused. */
export function refusedLineNumbers(): readonly number[] {
  const refused = JSON.parse(readFileSync('e2e/samples/refused.json', 'utf8')) as readonly { readonly line: number }[];
  return refused.map(({ line }) => line).sort((a, b) => a - b);
}

export function expectedAnswers(): readonly ExpectedAnswer[] {
  return JSON.parse(readFileSync('e2e/samples/expected.json', 'utf8')) as readonly ExpectedAnswer[];
}

/**
 * The lines in another order, the same for the same seed. Of one identity with several contents the first on the log
 * stands, so the lines of one identity keep their order among themselves.
 */
export function shuffled(lines: readonly string[], seed: number): readonly string[] {
  const order = [...lines];
  let state = seed;
  for (let i = order.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j] ?? '', order[i] ?? ''];
  }
  const inOrder = Map.groupBy(lines, identityOf);
  return order.map((line) => inOrder.get(identityOf(line))?.shift() ?? line);
}

function identityOf(line: string): string {
  try {
    const { subject, source, id } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    return JSON.stringify([subject, source, id]);
  } catch {
    return line;
  }
}
