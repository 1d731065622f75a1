import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../libs/access/role.rule.js';
import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Commitment, FrameworkMeasure, RedressStep } from '../../../libs/register/charter.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { REGISTER } from '../query.settings.js';
import { commitmentRows, frameworkOf, headingsOf, lineageOf, type CommitmentRow } from './commitment-rows.rule.js';
import { IndicatorsService, type AboutIndicators, type Indicator } from './indicators.service.js';

/** The answer of `GET /v1/measures/{id}` of a framework measure: its row, its place in the charter and how it stands. */
export interface FrameworkAnswer extends FrameworkMeasure, AboutIndicators {
  /** Whether nothing stands for it itself: what is related is then all there is, and never counts as its evidence. */
  readonly gap: boolean;
  /** Every commitment that it is about, in the register's order: also those that carry these on. */
  readonly promises: readonly CommitmentRow[];
  readonly responsible: Commitment['responsible'];
  readonly principles: readonly string[];
  readonly themes: readonly string[];
  readonly redress: readonly RedressStep[];
  readonly indicators: readonly Indicator[];
}

/** Reads framework measures off the register, and what stands for them off what is held. */
@Injectable()
export class FrameworkService {
  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
  ) {}

  /** As known at the end of day K; `null` where there is no such framework measure. */
  async answer(id: string, audience: Role, asOf: Day | null = null): Promise<FrameworkAnswer | null> {
    const { charter } = this.register;
    const measure = charter.measures.find((candidate) => candidate.id === id);
    if (measure === undefined) return null;
    const promises = commitmentRows(charter).filter((row) =>
      frameworkOf(lineageOf(row, charter), charter).includes(measure),
    );
    const reading = await this.indicators.readFor(audience, [measure], asOf);
    const indicators = reading.indicatorsOf([measure]);
    return {
      ...measure,
      gap: isGap(measure),
      promises,
      responsible: responsibleFor(promises),
      principles: headingsOf(measure.commitments, charter.principles),
      themes: headingsOf(measure.commitments, charter.themes),
      redress: charter.redress,
      indicators,
      ...(await reading.about(indicators)),
    };
  }
}

/** Whether no direct evidence stands for a framework measure. Source: contract, api: it stays a gap. */
export function isGap({ evidencedBy }: Pick<FrameworkMeasure, 'evidencedBy'>): boolean {
  return !evidencedBy.some(({ relation }) => relation === 'direct');
}

/** Whoever answers for every one of the commitments; both, where they differ. */
function responsibleFor(promises: readonly Pick<Commitment, 'responsible'>[]): Commitment['responsible'] {
  const [first, ...others] = new Set(promises.map(({ responsible }) => responsible));
  return first === undefined || others.length > 0 ? 'both' : first;
}
