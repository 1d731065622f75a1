import { Controller, Get, Inject, Param, Res, UseInterceptors } from '@nestjs/common';
import type { Response } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { newestOfEach, versionInForce, versionsNamed, type Versions } from '../../../libs/measures/versions.measure.js';
import { ControlledQueries } from '../controlled/controlled-queries.interceptor.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import type { FrameworkMeasure } from '../../../libs/register/charter.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { noSuchMeasure } from '../observations/answer.rule.js';
import { definitionHash, definitionOf, type Definition } from './definition.codec.js';
import { evidencedIn, type Evidenced } from '../commitments/evidenced.rule.js';
import { FrameworkService, type FrameworkAnswer } from '../commitments/framework.service.js';
import { measureOperation, measuresOperation } from './measures.document.js';
import { MEASURES, REGISTER } from '../query.settings.js';

/** A computed measure, and what it stands for. */
export interface ComputedMeasure extends Definition {
  /** The framework's measures that it evidences, in the register's order. */
  readonly evidences: readonly Evidenced[];
  /** Every version of it, in the order in which they come into force. */
  readonly versions: readonly VersionListed[];
}

/** A version of a measure, in outline. */
export interface VersionListed {
  readonly version: string;
  /** `null`: from the beginning. */
  readonly inForceFrom: string | null;
  readonly definitionHash: string;
}

/** Every measure: those that are computed, and the framework's, in the register's order. */
export interface MeasureList {
  readonly measures: readonly ComputedMeasure[];
  readonly framework: readonly FrameworkMeasure[];
}

/** What the figures mean. */
@Controller('v1/measures')
@Requires('read-definitions')
@UseInterceptors(ControlledQueries)
export class MeasuresController {
  private readonly evidences: (measure: string) => readonly Evidenced[];

  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
    @Inject(FrameworkService) private readonly framework: FrameworkService,
  ) {
    this.evidences = evidencedIn(register.charter);
  }

  /** Each computed measure once, by the version in force today. */
  @Get()
  @DescribedBy(measuresOperation)
  list(): MeasureList {
    const computed = newestOfEach(this.measures).map(({ id }) => this.computed(versionsNamed(id, this.measures)));
    return { measures: computed, framework: this.register.charter.measures };
  }

  /** A computed measure, one version of it, or one of the framework and how it stands; 404 where nothing has the id. */
  @Get(':id')
  @DescribedBy(measureOperation)
  async one(
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<ComputedMeasure | FrameworkAnswer> {
    const versions = versionsNamed(id, this.measures);
    if (versions.length > 0) return this.computed(versions);
    const answer = await this.framework.answer(id, role);
    if (answer === null) throw noSuchMeasure();
    response.setHeader('Cache-Control', 'no-store');
    return answer;
  }

  private computed(versions: Versions): ComputedMeasure {
    const measure = versionInForce(versions, localDay(this.clock()));
    return {
      ...definitionOf(measure),
      evidences: this.evidences(measure.id),
      versions: versionsNamed(measure.id, this.measures).map(outlineOf),
    };
  }
}

function outlineOf(measure: Measure): VersionListed {
  const { version, inForceFrom = null } = measure;
  return { version, inForceFrom, definitionHash: definitionHash(measure) };
}
