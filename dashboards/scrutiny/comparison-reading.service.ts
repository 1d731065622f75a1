import { Inject, Injectable } from '@nestjs/common';
import { dateText } from '../figures/periods.words.js';
import { monthsBefore } from '../live/measure-choice.parser.js';
import type { Viewer } from '../looking/looking.fact.js';
import type { MeasureHeading, ObservationsAnswer } from '../query-client/answers.fact.js';
import type { ComputedMeasure } from '../query-client/definitions.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import type { ListedRelease, ReleasedRow } from '../query-client/releases.fact.js';
import { evidencesSideBySide, periodsSideBySide, type ComparedRows } from './compared-rows.story.js';
import { momentText, type ComparisonChoice, type Moment } from './comparison-choice.parser.js';
import { KnowingService, type Knowing } from './knowing.service.js';
import { observedRow } from './observed-row.rule.js';

/** Months, or years of what has no months, that are shown side by side. */
const PERIODS_BACK = { month: 12, year: 36 } as const;
const REVISED_BACK = { month: 5, year: 24 } as const;

type Measure = Pick<ComputedMeasure, 'id' | 'grains'>;

/** Reads figures as they were known at several moments, to be held side by side. */
@Injectable()
export class ComparisonReading {
  constructor(
    @Inject(QueryClient) private readonly query: QueryClient,
    @Inject(KnowingService) private readonly knowing: KnowingService,
  ) {}

  /** The last periods as known at the end of a day; `null` for whoever may not see them. */
  periods(measure: Measure, asOf: string, viewer: Viewer): Promise<ObservationsAnswer | null> {
    return this.observed(measure, asOf, PERIODS_BACK, viewer);
  }

  /** The last periods at each of the steps given, the earliest first. */
  async atSteps(measure: Measure, steps: readonly string[], viewer: Viewer): Promise<ComparedRows | null> {
    const known = await Promise.all(
      steps.toReversed().map(async (day) => {
        const answer = await this.observed(measure, day, REVISED_BACK, viewer);
        return answer === null ? [] : [{ name: `As known on ${dateText(day)}`, answer }];
      }),
    );
    const moments = known.flat();
    return moments.length === 0 ? null : periodsSideBySide(moments);
  }

  /** The last release that holds the measure, and what is known of its year at the newest step. */
  async sinceRelease(
    measure: Measure,
    { releases, steps }: Knowing,
    viewer: Viewer,
  ): Promise<{ readonly release: ListedRelease; readonly compared: ComparedRows } | null> {
    const [release] = releases;
    const [day] = steps;
    if (release === undefined || day === undefined) return null;
    const then = await this.rowsAt(measure, { kind: 'release', release }, release.year, viewer);
    if (then === null || then.length === 0) return null;
    const now = await this.rowsAt(measure, { kind: 'step', day }, release.year, viewer);
    const moments = [
      { name: `Release ${release.id}`, rows: then },
      ...(now === null ? [] : [{ name: `As known on ${dateText(day)}`, rows: now }]),
    ];
    return { release, compared: evidencesSideBySide(moments, () => release.year, 'Year') };
  }

  /** A computed measure at two moments: month by month at two steps, its year where one is a release. */
  async ofMeasure(measure: Measure, { a, b }: ComparisonChoice, viewer: Viewer): Promise<ComparedRows | null> {
    if (a === null || b === null) return null;
    if (a.kind === 'step' && b.kind === 'step') {
      const [first, second] = await Promise.all(
        [a, b].map(({ day }) => this.observed(measure, day, PERIODS_BACK, viewer)),
      );
      if (!first || !second) return null;
      return periodsSideBySide([
        { name: momentText(a), answer: first },
        { name: momentText(b), answer: second },
      ]);
    }
    const year = b.kind === 'release' ? b.release.year : a.kind === 'release' ? a.release.year : '';
    const [first, second] = await Promise.all([a, b].map((moment) => this.rowsAt(measure, moment, year, viewer)));
    if (!first || !second) return null;
    const moments = [
      { name: momentText(a), rows: first },
      { name: momentText(b), rows: second },
    ];
    return evidencesSideBySide(moments, () => 'The year', 'Year');
  }

  /** Everything that stands for a framework measure, as two releases have it. */
  async ofFramework(
    framework: string,
    measures: readonly MeasureHeading[],
    { a, b }: ComparisonChoice,
    viewer: Viewer,
  ): Promise<ComparedRows | null> {
    if (a?.kind !== 'release' || b?.kind !== 'release') return null;
    const moments = await Promise.all(
      [a, b].map(async (moment) => {
        const { rows } = await this.knowing.released(moment.release, viewer);
        return { name: momentText(moment), rows: rows.filter((row) => row.framework === framework) };
      }),
    );
    const titleOf = ({ evidence: { measure, kind } }: ReleasedRow): string =>
      measures.find(({ id }) => id === measure)?.title ?? kindWords[kind];
    return evidencesSideBySide(moments, titleOf);
  }

  /** The row of a year: as released, or as known at a step. One row is enough: all of a measure say the same. */
  private async rowsAt(
    measure: Measure,
    moment: Moment,
    year: string,
    viewer: Viewer,
  ): Promise<readonly ReleasedRow[] | null> {
    if (moment.kind === 'release') {
      const { rows } = await this.knowing.released(moment.release, viewer);
      const row = rows.find(({ evidence }) => evidence.measure === measure.id);
      return row === undefined ? [] : [unnamed(row)];
    }
    const path = `/v1/observations?measure=${measure.id}&grain=year&from=${year}&to=${year}&asOf=${moment.day}`;
    const answer = await this.query.getIfAllowed<ObservationsAnswer>(path, viewer);
    return answer === null ? null : answer.observations.map((one) => observedRow(answer.measure, one));
  }

  private observed(
    { id, grains }: Measure,
    asOf: string,
    back: Readonly<Record<'month' | 'year', number>>,
    viewer: Viewer,
  ): Promise<ObservationsAnswer | null> {
    const grain = grains === undefined || grains.includes('month') ? 'month' : 'year';
    const from = monthsBefore(asOf, back[grain]);
    const search = new URLSearchParams({ measure: id, grain, from, to: asOf, asOf });
    return this.query.getIfAllowed<ObservationsAnswer>(`/v1/observations?${search.toString()}`, viewer);
  }
}

const kindWords: Readonly<Record<ReleasedRow['evidence']['kind'], string>> = {
  computed: 'Counted live',
  survey: 'A yearly survey',
  reported: 'A reported figure',
  narrative: 'An account in words',
  gap: 'A gap',
};

/** Without what tells the rows of one computed measure apart. */
function unnamed(row: ReleasedRow): ReleasedRow {
  return { ...row, framework: '', evidence: { ...row.evidence, relation: null } };
}
