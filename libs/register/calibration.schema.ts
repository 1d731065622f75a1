import {
  APPEAL_OUTCOMES,
  BENEFITS,
  CHANNELS,
  COUNCIL_AREAS,
  DECISION_OUTCOMES,
  REDETERMINATION_OUTCOMES,
  SURVEYS,
} from '../events/codes.fact.js';
import type {
  AppealOutcome,
  Benefit,
  Channel,
  CouncilArea,
  DecisionOutcome,
  RedeterminationOutcome,
  Survey,
} from '../events/codes.fact.js';
import { date, text } from './text.schema.js';

/** What synthetic data follow: assumptions, no published figures. What is made of them is labelled as synthetic. */
export interface Calibration {
  readonly about: string;
  readonly benefits: readonly BenefitCalibration[];
  /** By name: how many applications come in each month, January first, as factors of the mean. */
  readonly seasons: Readonly<Record<string, readonly number[]>>;
  /** How many applications come on each weekday, Monday first, as factors of the mean. */
  readonly weekdays: readonly number[];
  /** By name: by which channels applications come. */
  readonly channels: Readonly<Record<string, Shares<Channel>>>;
  /** The size of each council area, in thousands of people. */
  readonly councilAreas: Shares<CouncilArea>;
  readonly redeterminationOutcomes: Shares<RedeterminationOutcome | 'withdrawn'>;
  readonly appealOutcomes: Shares<AppealOutcome>;
  readonly complaintsPerApplication: number;
  /** The share of complaints that go on to stage 2. */
  readonly complaintStage2Share: number;
  readonly callsPerApplication: number;
  /** How long calls wait in the mean, by how hard the day is. */
  readonly callWaitSeconds: Shares<CallDay>;
  readonly feedbackPerApplication: number;
  readonly surveyResponsesPerYear: Shares<Survey>;
  readonly surge: Surge;
}

/** What is assumed of one benefit. */
export interface BenefitCalibration {
  readonly code: Benefit;
  /** The first day of applications. */
  readonly from: string;
  readonly perMonth: number;
  /** Names of a season and of a set of channels. */
  readonly season: string;
  readonly channels: string;
  /** Whether there are special rules, two-part applications and consultations. */
  readonly disability: boolean;
  readonly outcomes: Shares<DecisionOutcome | 'withdrawn'>;
  /** Working days to a decision are lognormal: the median, and the standard deviation of their logarithm. */
  readonly medianWorkingDays: number;
  readonly sigma: number;
  /** The median rises and falls by this share within two years, and is highest on `worstOn`. */
  readonly swing: { readonly share: number; readonly worstOn: string };
  /** Of claims decided. */
  readonly redeterminationRate: number;
  /** Of redeterminations decided. */
  readonly appealShare: number;
  /** Amounts in pence; regular payments are told for this many periods only. */
  readonly payment: {
    readonly amountsPence: readonly number[];
    readonly periods: number;
    readonly everyDays: number;
  };
}

/** In the winter of odd years so many times the applications of one benefit come in, and its decisions take longer. */
export interface Surge {
  readonly benefit: Benefit;
  readonly applications: number;
  /** As for a benefit: small, since in a queue all wait about as long. */
  readonly sigma: number;
  /** The median for applications of that many days after 1 November; between two it changes evenly. */
  readonly medians: readonly { readonly afterDays: number; readonly workingDays: number }[];
}

export type CallDay = (typeof CALL_DAYS)[number];

/** Shares, or weights that need not add up to 1, by code. */
export type Shares<Code extends string> = Readonly<Record<Code, number>>;

const CALL_DAYS = ['calm', 'busy', 'stressed'] as const;

const share = { type: 'number', minimum: 0, maximum: 1 } as const;
const amount = { type: 'number', minimum: 0 } as const;
const factors = { type: 'array', items: amount } as const;

/** What `calibration.json` must look like. */
export const calibrationSchema = whole({
  about: text,
  benefits: {
    type: 'array',
    minItems: 1,
    items: whole({
      code: { enum: BENEFITS },
      from: date,
      perMonth: amount,
      season: text,
      channels: text,
      disability: { type: 'boolean' },
      outcomes: byCode([...DECISION_OUTCOMES, 'withdrawn']),
      medianWorkingDays: amount,
      sigma: amount,
      swing: whole({ share, worstOn: date }),
      redeterminationRate: share,
      appealShare: share,
      payment: whole({
        amountsPence: { type: 'array', minItems: 1, items: { type: 'integer', minimum: 1 } },
        periods: { type: 'integer', minimum: 1 },
        everyDays: { type: 'integer', minimum: 1 },
      }),
    }),
  },
  seasons: { type: 'object', required: [], additionalProperties: { ...factors, minItems: 12, maxItems: 12 } },
  weekdays: { ...factors, minItems: 7, maxItems: 7 },
  channels: { type: 'object', required: [], additionalProperties: byCode(CHANNELS) },
  councilAreas: byCode(COUNCIL_AREAS),
  redeterminationOutcomes: byCode([...REDETERMINATION_OUTCOMES, 'withdrawn']),
  appealOutcomes: byCode(APPEAL_OUTCOMES),
  complaintsPerApplication: amount,
  complaintStage2Share: share,
  callsPerApplication: amount,
  callWaitSeconds: byCode(CALL_DAYS),
  feedbackPerApplication: amount,
  surveyResponsesPerYear: byCode(SURVEYS),
  surge: whole({
    benefit: { enum: BENEFITS },
    applications: amount,
    sigma: amount,
    medians: { type: 'array', minItems: 2, items: whole({ afterDays: amount, workingDays: amount }) },
  }),
});

/** An object of exactly these members. */
function whole(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}

function byCode(codes: readonly string[]): object {
  return whole(Object.fromEntries(codes.map((code) => [code, amount])));
}
