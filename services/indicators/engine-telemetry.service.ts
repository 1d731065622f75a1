import { Logger } from '@nestjs/common';
import { metrics, SpanKind, SpanStatusCode, trace, type SpanOptions } from '@opentelemetry/api';
import type { LogRecord } from '../../libs/log/event-log.port.js';
import type { SegmentHeader } from '../../libs/store/engine-store.port.js';
import { addOrigins, descentFrom, type Origins } from '../../libs/telemetry/span-origins.rule.js';
import { INSTRUMENTATION } from '../../libs/telemetry/telemetry.port.js';
import type { EngineWatch } from './engine-watch.port.js';

/** Seconds. */
const BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Tells of counting: how much, how long a checkpoint takes, and spans that go back to those of the events. */
export class EngineTelemetry implements EngineWatch {
  readonly #logger = new Logger('Indicators');
  readonly #tracer = trace.getTracer(INSTRUMENTATION);
  readonly #folded = metrics
    .getMeter(INSTRUMENTATION)
    .createCounter('charter_folded_records_total', { description: 'Records read off the log and folded.' });
  readonly #checkpoints = metrics.getMeter(INSTRUMENTATION).createHistogram('charter_checkpoint_duration_seconds', {
    description: 'From the beginning of a checkpoint until it is stored.',
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES },
  });
  readonly #failures = metrics
    .getMeter(INSTRUMENTATION)
    .createCounter('charter_fold_failures_total', { description: 'Events whose fold failed; they are in quarantine.' });
  /** Where the unsaved records of each partition come from. */
  readonly #unsaved = new Map<number, Origins>();

  constructor() {
    // So that it is there before the first failure, and an increase can be seen.
    this.#failures.add(0);
  }

  /** Told of an event that made the fold fail. */
  readonly alarm = (message: string, error: unknown): void => {
    this.#failures.add(1);
    this.#logger.error(message, error);
  };

  async folding(partition: number, records: readonly LogRecord[], work: () => Promise<void>): Promise<void> {
    const origins: Origins = new Set();
    addOrigins(origins, records);
    const attributes = { 'charter.partition': partition, 'messaging.batch.message_count': records.length };
    await this.#inSpan('fold events', origins, { kind: SpanKind.CONSUMER, attributes }, work);
    this.#folded.add(records.length, { partition: String(partition) });
    const unsaved = this.#unsaved.get(partition) ?? new Set();
    addOrigins(unsaved, records);
    this.#unsaved.set(partition, unsaved);
  }

  async saving(partition: number, work: () => Promise<SegmentHeader | null>): Promise<SegmentHeader | null> {
    const origins = this.#unsaved.get(partition);
    if (origins === undefined) return work();
    const begun = performance.now();
    const attributes = { 'charter.partition': partition };
    const segment = await this.#inSpan('save checkpoint', origins, { attributes }, work);
    this.#unsaved.delete(partition);
    if (segment !== null) this.#checkpoints.record((performance.now() - begun) / 1_000);
    return segment;
  }

  forgotten(partition: number): void {
    this.#unsaved.delete(partition);
  }

  /** What went wrong is told by the log: an error may hold what a sender sent. */
  async #inSpan<T>(name: string, origins: Origins, options: SpanOptions, work: () => Promise<T>): Promise<T> {
    const { parent, links } = descentFrom(origins);
    return this.#tracer.startActiveSpan(name, { ...options, links: [...links] }, parent, async (span) => {
      try {
        return await work();
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  }
}
