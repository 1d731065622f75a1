import type { Fact } from './fact.oracle.js';
import { requiredText, textOf } from './fact.oracle.js';
import type { Instant } from './instant.oracle.js';
import type { CaseFacts } from './putting-right.oracle.js';
import { factsOf } from './putting-right.oracle.js';

/** A reported figure that stands, with who reported it and when. */
export interface StandingFigure {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string | null;
  readonly source: string;
  readonly id: string;
  readonly time: Instant;
}

/** Filed evidence that stands. */
export interface StandingEntry {
  readonly title: string;
  readonly summary: string;
  readonly link: string | null;
  readonly source: string;
  readonly id: string;
  readonly time: Instant;
}

/** What stands of a measure and year (contract: events, Reported). */
export interface StandingReport {
  readonly figure: StandingFigure | null;
  readonly entries: readonly StandingEntry[];
}

/** Reads the facts of the subject `<measure>.<year>`: the last figure stands, and every entry. */
export function reportOf(facts: CaseFacts, measure: string, year: string): StandingReport {
  const isOfSubject = ({ data }: Fact): boolean =>
    requiredText(data, 'measure') === measure && requiredText(data, 'year') === year;
  const last = factsOf(facts, 'figure.reported').filter(isOfSubject).at(-1);
  return {
    figure: last === undefined ? null : figureOf(last),
    entries: factsOf(facts, 'evidence.filed').filter(isOfSubject).map(entryOf),
  };
}

function figureOf({ data, source, id, time }: Fact): StandingFigure {
  const [value, numerator, denominator] = ['value', 'numerator', 'denominator'].map((name) => {
    const given = data[name];
    return typeof given === 'number' ? given : null;
  });
  return {
    value: value ?? NaN,
    numerator: numerator ?? null,
    denominator: denominator ?? null,
    note: textOf(data, 'note') ?? null,
    source,
    id,
    time,
  };
}

function entryOf({ data, source, id, time }: Fact): StandingEntry {
  const [title, summary] = [requiredText(data, 'title'), requiredText(data, 'summary')];
  return { title, summary, link: textOf(data, 'link') ?? null, source, id, time };
}
