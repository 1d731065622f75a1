import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Requires } from '../../../libs/access/access.guard.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import type { FrameworkMeasure } from '../../../libs/register/charter.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { noSuchMeasure } from '../observations/answer.rule.js';
import { definitionOf, type Definition } from './definition.codec.js';
import { evidencedIn, type Evidenced } from '../commitments/evidenced.rule.js';
import { measureOperation, measuresOperation } from './measures.document.js';
import { REGISTER } from '../query.settings.js';

/** A computed measure, and what it stands for. */
export interface ComputedMeasure extends Definition {
  /** The framework's measures that it evidences, in the register's order. */
  readonly evidences: readonly Evidenced[];
}

/** Every measure: those that are computed, and the framework's, in the register's order. */
export interface MeasureList {
  readonly measures: readonly ComputedMeasure[];
  readonly framework: readonly FrameworkMeasure[];
}

/** What the figures mean. */
@Controller('v1/measures')
@Requires('read-definitions')
export class MeasuresController {
  private readonly computed: readonly ComputedMeasure[];

  constructor(@Inject(REGISTER) private readonly register: Register) {
    const evidences = evidencedIn(register.charter);
    this.computed = measures.map((measure) => ({ ...definitionOf(measure), evidences: evidences(measure.id) }));
  }

  @Get()
  @DescribedBy(measuresOperation)
  list(): MeasureList {
    return { measures: this.computed, framework: this.register.charter.measures };
  }

  /** A computed measure, or the framework's row; 404 where neither has the id. */
  @Get(':id')
  @DescribedBy(measureOperation)
  one(@Param('id') id: string): ComputedMeasure | FrameworkMeasure {
    const computed = this.computed.find((measure) => measure.id === id);
    if (computed !== undefined) return computed;
    const row = this.register.charter.measures.find((measure) => measure.id === id);
    if (row === undefined) throw noSuchMeasure();
    return row;
  }
}
