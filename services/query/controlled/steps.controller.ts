import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Requires } from '../../../libs/access/access.guard.js';
import { formatDay } from '../../../libs/calendars/local-date.calendar.js';
import type { StepLength } from '../../../libs/disclosure/publication-step.rule.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { PublicationSteps } from './publication-steps.service.js';
import { stepsOperation } from './steps.document.js';

/** A year of weekly steps. */
const MOST_STEPS = 53;

/** The days K that controlled figures can be asked for. */
export interface StepList {
  readonly step: StepLength;
  readonly latest: string;
  /** Newest first. */
  readonly steps: readonly string[];
}

@Controller('v1/steps')
@Requires('read-definitions')
export class StepsController {
  constructor(@Inject(PublicationSteps) private readonly steps: PublicationSteps) {}

  /** 200; 503 while the figures of the last step are still being counted. */
  @Get()
  @DescribedBy(stepsOperation)
  @Header('Cache-Control', 'no-store')
  async list(): Promise<StepList> {
    const current = await this.steps.current();
    const days = this.steps.newest(MOST_STEPS).filter((day) => day <= current);
    return { step: this.steps.length, latest: formatDay(current), steps: days.map(formatDay) };
  }
}
