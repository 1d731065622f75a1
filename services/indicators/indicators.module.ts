import { Module, type DynamicModule } from '@nestjs/common';
import { IndicatorsService, INDICATORS, type IndicatorsOptions } from './indicators.service.js';

/** Computes the figures in this process for as long as the application runs. */
@Module({})
export class IndicatorsModule {
  static with(options: IndicatorsOptions): DynamicModule {
    return {
      module: IndicatorsModule,
      providers: [{ provide: INDICATORS, useValue: options }, IndicatorsService],
      exports: [IndicatorsService],
    };
  }
}
