import type { Freshness, Grain, MeasureHeading, Observation } from './answers.fact.js';

/** How many lie from one length to another, both included; `to` is `null` where there is no end. */
export interface LengthBand {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

/** `GET /v1/distribution` */
export interface DistributionAnswer {
  readonly measure: MeasureHeading;
  readonly grain: Grain;
  readonly asOf: string;
  readonly audience: string;
  readonly observation: Observation;
  /** In the unit of the measure; `null` where the figure is not available. */
  readonly bands: readonly LengthBand[] | null;
  readonly freshness: Freshness;
}

/** `GET /v1/queue` of open applications, or of a limit, which has no ages, nothing overdue and nothing without a limit. */
export interface QueueAnswer {
  readonly measure: MeasureHeading;
  readonly asOf: string;
  readonly total: number;
  readonly byAge: readonly { readonly waiting: string; readonly count: number }[] | null;
  /** 0 to 5 working days left, each with the last day in time. */
  readonly soon: readonly { readonly left: number; readonly due: string; readonly count: number }[];
  readonly later: readonly LengthBand[];
  readonly overdue: readonly LengthBand[] | null;
  readonly withoutLimit: number | null;
  readonly freshness: Freshness;
}
