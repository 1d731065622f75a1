import type { Role } from '../../../libs/access/role.rule.js';
import { formatDay, localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Grain } from '../../../libs/calendars/period.calendar.js';
import type { OfCasesCounted } from '../../../libs/measures/figures/figure-recount.measure.js';
import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import { versionInForce } from '../../../libs/measures/versions.measure.js';
import { classificationOfLive, type Classification } from '../../../libs/publication/classification.rule.js';
import type { BankHolidays } from '../../../libs/register/bank-holidays.schema.js';
import { definitionOf, type Definition } from '../definitions/definition.codec.js';
import type { Freshness } from '../following/freshness.service.js';
import { warningsOf } from '../observations/warnings.rule.js';
import type { Asked } from './explain.parser.js';
import type { FigureHeld } from './figure-held.rule.js';
import { pageMarkText } from './page-mark.codec.js';

/**
 * What a figure rests on, in numbers: of cases, and of the log before the positions, of whatever fact. `null` where that is
 * not told to whoever sees controlled figures only.
 */
export type ExplanationCounts = {
  readonly [Count in keyof OfCasesCounted | 'duplicates' | 'quarantined']: number | null;
};

/** References of cases of which something is counted in the figure. */
export interface CasePage {
  /** On all pages together. */
  readonly total: number;
  readonly references: readonly string[];
  /** What asks for the next page, as `after`; `null`: this is the last. */
  readonly next: string | null;
}

/** The answer of `GET /v1/explain` (contract: api, "Reading figures"). */
export interface Explanation {
  /** Of the version in force in the period. */
  readonly definition: Definition;
  readonly grain: Grain;
  readonly filter: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly audience: Role;
  readonly classification: Classification;
  /** As `GET /v1/observations` has it. */
  readonly observation: Observation;
  /** By partition: the first log offset that is not in the figure. */
  readonly positions: readonly { readonly partition: number; readonly position: number }[];
  /** `null` on pages after the first, which has them. */
  readonly counts: ExplanationCounts | null;
  /** `null` for whoever may not see them. */
  readonly cases: CasePage | null;
  /** Of the figures that the first page was counted from; `null` on later ones. */
  readonly freshness: Freshness | null;
  readonly warnings: readonly string[];
}

interface ExplanationParts {
  readonly asked: Asked;
  readonly audience: Role;
  readonly held: FigureHeld;
  readonly counted: OfCasesCounted;
  readonly page: { readonly references: readonly string[]; readonly listedBefore: number } | null;
  readonly freshness: Freshness;
  readonly holidays: BankHolidays;
  readonly now: number;
}

export function explanationOf(parts: ExplanationParts): Explanation {
  const { asked, audience, held, counted, page, freshness, holidays, now } = parts;
  const { periods, grain, filter, asOf } = asked.question;
  const { observation, positions, counts, figures } = held;
  const today = localDay(now);
  const version = versionInForce(asked.versions, periods[0]?.start ?? asOf);
  return {
    definition: definitionOf(version),
    grain,
    filter,
    asOf: formatDay(asOf),
    audience,
    classification: classificationOfLive([observation], version.classification),
    observation,
    positions: positions.map((position, partition) => ({ partition, position })),
    counts: counts && { ...counted, duplicates: counts.duplicates, quarantined: counts.quarantined },
    cases: page && casePage(page, counted.cases, positions),
    freshness: counts && freshness,
    warnings: warningsOf({ isBegun: figures !== null, observations: [observation], freshness, holidays, today }),
  };
}

function casePage(
  { references, listedBefore }: NonNullable<ExplanationParts['page']>,
  total: number,
  positions: readonly number[],
): CasePage {
  const listed = listedBefore + references.length;
  return { total, references, next: listed < total ? pageMarkText({ listed, total, positions }) : null };
}
