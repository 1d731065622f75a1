import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import type { Grain } from '../../../libs/calendars/period.calendar.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { newestOfEach } from '../../../libs/measures/versions.measure.js';

const MOST_DIMENSIONS = 2;
const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];
const FORMATS = ['json', 'csv'] as const;

const measureIsNeeded: ValidationOptions = {
  message: 'A measure is required.',
  context: { allowed: newestOfEach(measures).map(({ id }) => id) },
};
const once: ValidationOptions = { message: 'Takes one value, once.' };

/** `filter[<dimension>]=<code>` */
export class FilterDto {
  readonly dimension!: string;

  @IsString(once)
  readonly code!: string;
}

/**
 * The query of `GET /v1/observations`, by its shape; `parseQuestion` judges what it means. A member given more than once
 * arrives as a list and is refused, but for `by`.
 */
export class ObservationsDto {
  /** Id of a computed measure, or `<id>@<version>` for one version of it over the whole time. */
  @IsDefined(measureIsNeeded)
  @IsString(once)
  readonly measure!: string;

  /** Default: months; years for a measure that has no figures by month (`readObservations`). */
  @IsIn(GRAINS, { message: 'Takes one grain, once.', context: { allowed: GRAINS } })
  readonly grain: Grain = 'month';

  /** A date, or a period code, which stands for its first day. Default: the first day of the financial year of `asOf`. */
  @IsOptional()
  @IsString(once)
  readonly from?: string;

  /** A date, or a period code, which stands for its last day. Default: `asOf`. */
  @IsOptional()
  @IsString(once)
  readonly to?: string;

  /** Dimensions to break down by, separated by commas or repeated. */
  @Transform(({ value }: { readonly value: unknown }) => [value].flat().flatMap((names) => String(names).split(',')))
  @ArrayMaxSize(MOST_DIMENSIONS, { message: `Takes at most ${MOST_DIMENSIONS} dimensions.` })
  @ArrayUnique({ message: 'Takes each dimension once.' })
  readonly by: readonly string[] = [];

  @ValidateNested({ each: true })
  @Type(() => FilterDto)
  readonly filter: readonly FilterDto[] = [];

  /** K, a date. Default: today. */
  @IsOptional()
  @IsString(once)
  readonly asOf?: string;

  /** Default: what the `Accept` header asks for. */
  @IsOptional()
  @IsIn(FORMATS, { message: 'Takes one format, once.', context: { allowed: FORMATS } })
  readonly format?: (typeof FORMATS)[number];
}
