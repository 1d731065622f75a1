import { csvOf, type Field } from '../../../libs/publication/downloads/csv.codec.js';
import type { CommitmentWithIndicators } from './commitments.service.js';
import type { Indicator } from './indicators.service.js';
import { measureIdBehind } from './measure-behind.rule.js';

const ABOUT_COMMITMENT = ['edition', 'commitment', 'title', 'section', 'responsible'];
const ABOUT_EVIDENCE = ['framework', 'measure_title', 'evidence', 'measure', 'relation', 'state'];
const FIGURE = ['period', 'value', 'numerator', 'denominator', 'low', 'high', 'status'];

/**
 * Commitments as CSV (RFC 4180, with a header): a row for each piece of evidence with its latest figure, and one with the
 * evidence `gap` for a commitment without a measure and for a measure that nothing direct stands for. What is `null`, or
 * not open to the reader, is empty.
 */
export function commitmentsCsv(commitments: readonly CommitmentWithIndicators[]): string {
  const lines = commitments.flatMap((commitment) => {
    const { edition, id, title, section, responsible } = commitment;
    return evidenceLines(commitment.indicators).map((line) => [edition, id, title, section, responsible, ...line]);
  });
  return csvOf([[...ABOUT_COMMITMENT, ...ABOUT_EVIDENCE, ...FIGURE], ...lines]);
}

function evidenceLines(indicators: readonly Indicator[]): readonly (readonly Field[])[] {
  if (indicators.length === 0) return [gapLine(null, null)];
  return [...Map.groupBy(indicators, ({ framework }) => framework)].flatMap(([framework, ofMeasure]) => {
    const isGap = ofMeasure.every(({ evidence }) => evidence.relation === 'proxy');
    const lines = ofMeasure.map(lineOf);
    return isGap ? [gapLine(framework, ofMeasure[0]?.title ?? null), ...lines] : lines;
  });
}

function gapLine(framework: string | null, title: string | null): readonly Field[] {
  return [framework, title, 'gap', null, null, 'gap', ...FIGURE.map(() => null)];
}

function lineOf({ framework, title, evidence, state, latest }: Indicator): readonly Field[] {
  return [
    framework,
    title,
    evidence.kind,
    measureIdBehind(evidence),
    evidence.relation,
    state,
    latest?.period ?? null,
    latest?.value ?? null,
    latest?.numerator ?? null,
    latest?.denominator ?? null,
    latest?.interval?.low ?? null,
    latest?.interval?.high ?? null,
    latest?.status.join(' ') ?? null,
  ];
}
