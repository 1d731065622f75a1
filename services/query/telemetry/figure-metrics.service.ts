import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { metrics } from '@opentelemetry/api';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { INSTRUMENTATION } from '../../../libs/telemetry/telemetry.port.js';
import { StandingsService } from '../attention/standings.service.js';

/** Milliseconds for which what was read is told again: a whole month's figures seldom change. */
const KEPT_MS = 60_000;

/** A measure's figures of the last whole month, or year, as metrics can tell them. */
interface Reading {
  readonly measure: string;
  readonly grain: string;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly objective: number | null;
}

/** Tells in the metrics the figures that headings show: of the whole, without a breakdown. */
@Injectable()
export class FigureMetrics implements OnApplicationBootstrap {
  private readings: Promise<readonly Reading[]> = Promise.resolve([]);
  private readAt = -Infinity;

  constructor(
    @Inject(StandingsService) private readonly standings: StandingsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const meter = metrics.getMeter(INSTRUMENTATION);
    const value = meter.createObservableGauge('charter_measure_value', {
      description: 'Figure of the last whole month, or year, that is no longer provisional for its cohort.',
    });
    const denominator = meter.createObservableGauge('charter_measure_denominator', {
      description: 'What that figure is divided by, or how many it is taken of.',
    });
    const objective = meter.createObservableGauge('charter_measure_objective', {
      description: 'The objective in force for that figure.',
    });
    meter.addBatchObservableCallback(
      async (result) => {
        for (const { measure, grain, ...reading } of await this.recently()) {
          const labels = { measure, grain };
          if (reading.value !== null) result.observe(value, reading.value, labels);
          if (reading.denominator !== null) result.observe(denominator, reading.denominator, labels);
          if (reading.objective !== null) result.observe(objective, reading.objective, labels);
        }
      },
      [value, denominator, objective],
    );
  }

  private recently(): Promise<readonly Reading[]> {
    const now = performance.now();
    if (now - this.readAt >= KEPT_MS) {
      this.readAt = now;
      this.readings = this.read();
    }
    return this.readings;
  }

  /** One measure in a turn, so that nobody else has to wait for all of them. */
  private async read(): Promise<readonly Reading[]> {
    const readings: Reading[] = [];
    for (const measure of measures) {
      await nextTurn();
      const { grain, latest, objective } = this.standings.at(this.clock()).standingOf(measure);
      const { value, denominator } = latest;
      readings.push({ measure: measure.id, grain, value, denominator, objective: objective?.value ?? null });
    }
    return readings;
  }
}
