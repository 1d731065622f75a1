import { evidenceWords, gapWords } from '../promises/evidence.words.js';
import { filedSentence, isTold, latestFiled } from '../promises/filed.words.js';
import { measureShowing } from '../promises/measure-showing.rule.js';
import type {
  CommitmentRow,
  CommitmentsAnswer,
  Indicator,
  Mark,
  MeasureHeading,
  State,
} from '../query-client/answers.fact.js';
import { figureText } from './figure-text.words.js';

/** Why a line is there: a kind of evidence, or that there is none. */
export type RowKind = Indicator['evidence']['kind'] | 'nothing';

/** One thing that stands for a measure of a promise, or that nothing does. */
export interface ScrutinyRow {
  /** The measure of the framework; `null` where the promise has none. */
  readonly framework: Pick<Indicator, 'framework' | 'title' | 'confidence'> | null;
  readonly kind: RowKind;
  /** Whether it is the evidence itself or only related; `null` where there is nothing. */
  readonly relation: Indicator['evidence']['relation'] | null;
  /** The computed measure that shows it, by name; `null` where none does. */
  readonly measure: Pick<MeasureHeading, 'id' | 'title'> | null;
  /** What stands for it, or that nothing does, in words. */
  readonly evidence: string;
  /** `null`: not open to whoever looks. */
  readonly state: State | null;
  /** The latest figure, or what is there instead, in words. */
  readonly figure: string;
  readonly marks: readonly Mark[];
}

/** A promise with everything that stands for it. */
export interface ScrutinyPromise {
  readonly commitment: CommitmentRow;
  readonly rows: readonly ScrutinyRow[];
}

/** Every promise with a row for each piece of evidence, and one for each gap, in the register's order. */
export function promisesWithRows(
  { commitments, audience }: Pick<CommitmentsAnswer, 'commitments' | 'audience'>,
  measures: readonly MeasureHeading[],
): readonly ScrutinyPromise[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return commitments.map(({ indicators, ...commitment }) => ({
    commitment,
    rows: indicators.length === 0 ? [withoutMeasure] : rowsOf(indicators, byId, audience),
  }));
}

/** The rows of a framework measure's evidence; before them the gap, where none of it is direct. */
function rowsOf(
  indicators: readonly Indicator[],
  measures: ReadonlyMap<string, MeasureHeading>,
  audience: string,
): readonly ScrutinyRow[] {
  return [...Map.groupBy(indicators, ({ framework }) => framework).values()].flatMap((ofMeasure) => {
    const rows = ofMeasure.map((indicator) => rowOf(indicator, measures, audience));
    const [first] = ofMeasure;
    const isGap = ofMeasure.every(({ evidence }) => evidence.relation === 'proxy');
    return first !== undefined && isGap ? [{ ...nothingDirect, framework: first }, ...rows] : rows;
  });
}

const nothing = { kind: 'nothing', relation: null, measure: null, state: 'gap', figure: '', marks: [] } as const;

const withoutMeasure: ScrutinyRow = {
  ...nothing,
  framework: null,
  evidence: 'No measure of the framework is about this promise. That is a gap.',
};

const nothingDirect = {
  ...nothing,
  evidence: 'Nothing stands for this itself. That is a gap.',
};

function rowOf(indicator: Indicator, measures: ReadonlyMap<string, MeasureHeading>, audience: string): ScrutinyRow {
  const { evidence, state, latest } = indicator;
  const measure = measures.get(measureShowing(evidence) ?? '') ?? null;
  const isFigure = measure !== null && latest !== null && state !== 'gap';
  return {
    framework: indicator,
    kind: evidence.kind,
    relation: evidence.relation,
    measure,
    evidence: evidence.relation === 'proxy' ? `${evidenceWords(evidence)}, related only` : evidenceWords(evidence),
    state,
    figure: isFigure ? figureText(measure, latest, audience) : wordsInstead(indicator),
    marks: isFigure ? latest.status : [],
  };
}

/** What is said of an indicator that no figure is counted for. */
function wordsInstead({ evidence, state, filed }: Indicator): string {
  const told = isTold(evidence) ? latestFiled(filed) : null;
  if (told !== null) return filedSentence(told);
  return state === null ? 'Not open to you.' : gapWords(evidence);
}
