import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Requires } from '../../libs/access/access.guard.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { DescribedBy } from '../../libs/openapi/operation.document.js';
import type { FrameworkMeasure } from '../../libs/register/charter.fact.js';
import type { Register } from '../../libs/register/register.fact.js';
import { noSuchMeasure } from './answer.rule.js';
import { definitionOf, type Definition } from './definition.codec.js';
import { measureOperation, measuresOperation } from './measures.document.js';
import { REGISTER } from './query.settings.js';

/** Every measure: those that are computed, and the framework's, in the register's order. */
export interface MeasureList {
  readonly measures: readonly Definition[];
  readonly framework: readonly FrameworkMeasure[];
}

/** What the figures mean. */
@Controller('v1/measures')
@Requires('read-definitions')
export class MeasuresController {
  constructor(@Inject(REGISTER) private readonly register: Register) {}

  @Get()
  @DescribedBy(measuresOperation)
  list(): MeasureList {
    return { measures: measures.map(definitionOf), framework: this.register.charter.measures };
  }

  /** A computed measure, or the framework's row; 404 where neither has the id. */
  @Get(':id')
  @DescribedBy(measureOperation)
  one(@Param('id') id: string): Definition | FrameworkMeasure {
    const computed = measures.find((measure) => measure.id === id);
    if (computed !== undefined) return definitionOf(computed);
    const row = this.register.charter.measures.find((measure) => measure.id === id);
    if (row === undefined) throw noSuchMeasure();
    return row;
  }
}
