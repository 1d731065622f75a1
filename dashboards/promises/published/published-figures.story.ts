import { parseYear } from '../../../libs/calendars/period.calendar.js';
import { formatDay } from '../../../libs/calendars/local-date.calendar.js';
import { markText } from '../../figures/marks.words.js';
import { stateOf, unjudgedSentence } from '../../figures/state.words.js';
import { uncapitalised } from '../../figures/sentence.words.js';
import { statementOf } from '../../figures/statement.words.js';
import { pointOf, type StoryPoint } from '../../figures/story-point.story.js';
import { numberText } from '../../figures/units.words.js';
import type { MeasureHeading, Objective, Observation } from '../../query-client/answers.fact.js';
import type { Target } from '../../query-client/definitions.fact.js';
import type { ListedRelease, ReleasedRow } from '../../query-client/releases.fact.js';
import { hasBegun, type MeasureTold } from '../measure-told.story.js';
import { publishedState } from './published-state.rule.js';

/** A year as it was published, and what is needed to put it into words. */
export interface PublishedYear {
  readonly release: ListedRelease;
  readonly rows: readonly ReleasedRow[];
  readonly measures: readonly MeasureHeading[];
  readonly targets: readonly Target[];
}

/** Whom published figures are for: their counts are rounded. */
const AUDIENCE = 'public';

/** What a year tells of each measure that was counted, each once; measures that it does not know tell nothing. */
export function toldOfYear({ release, rows, measures, targets }: PublishedYear): readonly MeasureTold[] {
  const headings = new Map(measures.map((measure) => [measure.id, measure]));
  const counted = new Map(rows.map((row) => [row.evidence.measure, row]));
  return [...counted].flatMap(([id, row]) => {
    const measure = headings.get(id ?? '');
    const observation = observationOf(row, release.year);
    if (measure === undefined || observation === null || !hasBegun(measure, observation)) return [];
    const told = toldOf(measure, observation, objectiveOf(targets, measure.id, observation.start));
    return told.state === 'gap' ? [] : [told];
  });
}

function toldOf(measure: MeasureHeading, latest: Observation, objective: Objective | null): MeasureTold {
  const point = pointOf(measure, { grain: 'year', audience: AUDIENCE }, latest);
  const statement = `${statementOf(measure, point)}.`;
  const stands = { measure, grain: 'year', latest } as const;
  // Where there is no value, nothing else in a sentence names the measure.
  const named = (text: string): string => (point.value === null ? `“${measure.title}”: ${uncapitalised(text)}` : text);
  const about = { measure: measure.id, statement: named(statement), counts: countsText(point), marks: latest.status };
  const state = publishedState(objective, latest);
  if (objective === null) return { ...about, state, sentence: named(statement) };
  if (state === null) return { ...about, state, sentence: named(unjudgedSentence(stands, AUDIENCE, objective)) };
  const { sentence } = stateOf({ ...stands, state, objective, missed: null, quietSince: null }, AUDIENCE);
  return { ...about, state, sentence: named(sentence) };
}

/** What a figure is made of, and its marks; nothing of how many were not. */
function countsText({ value, numerator, denominator, marks }: StoryPoint): string {
  const part = numerator === null ? '' : `${numberText(numerator)} of `;
  const counts = value === null || denominator === null ? [] : [`${part}${numberText(denominator)}, to the nearest 5.`];
  return [...counts, ...marks.map(markText)].join(' ');
}

/** A row as the observation of its year; `null` where the year is none. */
function observationOf(row: ReleasedRow, year: string): Observation | null {
  const period = parseYear(year);
  if (period === null) return null;
  const { value, numerator, denominator, interval, status } = row;
  return {
    ...{ period: year, start: formatDay(period.start), end: formatDay(period.end), complete: true },
    ...{ value, numerator, denominator, interval, status },
    ...{ dimensions: {}, p90: null, parts: null, target: null },
  };
}

/** The objective for the whole of a measure that was in force on a day; `null` where there was none. */
function objectiveOf(targets: readonly Target[], measure: string, day: string): Objective | null {
  const inForce = targets
    .filter((target) => target.measure === measure && target.objective !== undefined && target.from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
  if (inForce?.objective === undefined) return null;
  return { ...inForce.objective, role: inForce.role, source: inForce.source };
}
