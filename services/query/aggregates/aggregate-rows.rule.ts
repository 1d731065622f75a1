import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Period } from '../../../libs/calendars/period.calendar.js';
import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import {
  observationOfEntries,
  observationOfFigure,
} from '../../../libs/measures/reported/reported-observation.measure.js';
import type { FiledEntry, ReportedStanding } from '../../../libs/measures/reported/reported-standing.measure.js';
import type { AggregateRow } from '../../../libs/publication/aggregate-row.fact.js';
import type { Evidence, FrameworkMeasure } from '../../../libs/register/charter.fact.js';
import { isGap } from '../commitments/framework.service.js';
import { measureIdBehind } from '../commitments/measure-behind.rule.js';

/** A computed measure's figure of the year, exact or controlled, and what it is counted in. */
export interface CountedFigure {
  readonly observation: Observation;
  readonly unit: string;
}

/** Where the rows of a year come from. */
export interface AggregateSources {
  readonly year: Period;
  /** K */
  readonly asOf: Day;
  /** By the id of a computed measure; `null` where nothing counts it. */
  readonly counted: (measure: string) => CountedFigure | null;
  /** By the id of a framework measure. */
  readonly reported: (framework: string) => ReportedStanding;
}

/** What a row says beside which measure and evidence it is of. */
type Content = Pick<AggregateRow, 'value' | 'numerator' | 'denominator' | 'interval' | 'unit' | 'status' | 'text'>;

/**
 * The whole framework in a year, in the register's order: a row for each piece of evidence, and before them one that
 * names the gap where none of it is direct (contract: api: it stays a gap, its proxies listed as related).
 */
export function aggregateRows(
  framework: readonly FrameworkMeasure[],
  sources: AggregateSources,
): readonly AggregateRow[] {
  return framework.flatMap((measure) => {
    const { id, title, commitments, evidencedBy } = measure;
    const about = { framework: id, title, commitments };
    const rows = evidencedBy.map((evidence): AggregateRow => {
      const { kind, relation } = evidence;
      const named = { kind, measure: measureIdBehind(evidence), relation };
      return { ...about, evidence: named, ...contentOf(evidence, id, sources) };
    });
    if (!isGap(measure)) return rows;
    const gap = { kind: 'gap', measure: null, relation: null } as const;
    return [{ ...about, evidence: gap, ...unavailable(NOTHING_DIRECT) }, ...rows];
  });
}

const NOTHING_DIRECT = 'A gap: nothing stands for this measure itself. What follows is related to it.';

function contentOf(evidence: Evidence, framework: string, sources: AggregateSources): Content {
  const { year, asOf, reported } = sources;
  const standing = reported(framework);
  switch (evidence.kind) {
    case 'computed':
    case 'survey':
      return countedContent(evidence, sources);
    case 'reported': {
      const observation = observationOfFigure(year, asOf, standing);
      const { figure } = standing;
      const text = figure === null ? `A gap: no figure has been reported for ${year.code}.` : figure.note;
      return { ...figuresOf(observation), unit: null, text };
    }
    case 'narrative': {
      const observation = observationOfEntries(year, asOf, standing);
      const { entries } = standing;
      const text = entries.length === 0 ? `A gap: nothing has been filed for ${year.code}.` : narrativeOf(entries);
      return { ...figuresOf(observation), unit: null, text };
    }
  }
}

function countedContent(evidence: Evidence, { year, counted }: AggregateSources): Content {
  const figure = counted(measureIdBehind(evidence) ?? '');
  if (figure === null) return unavailable('A gap: this is not counted yet.');
  const { observation, unit } = figure;
  const isUnanswered = evidence.kind === 'survey' && observation.status.includes('z');
  const text = isUnanswered ? `No answers to this question have come in for ${year.code}.` : null;
  return { ...figuresOf(observation), unit, text };
}

/** Title, summary and link of each entry, a line each; entries apart by an empty line. */
function narrativeOf(entries: readonly FiledEntry[]): string {
  return entries
    .map(({ title, summary, link }) => [title, summary, ...(link === null ? [] : [link])].join('\n'))
    .join('\n\n');
}

function figuresOf({ value, numerator, denominator, interval, status }: Observation): Omit<Content, 'unit' | 'text'> {
  return { value, numerator, denominator, interval, status };
}

function unavailable(text: string): Content {
  return { value: null, numerator: null, denominator: null, interval: null, unit: null, status: ['x'], text };
}
