import { Inject, Injectable } from '@nestjs/common';
import { metrics, trace } from '@opentelemetry/api';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { EVENT_LOG, type EventLog } from '../../../libs/log/event-log.port.js';
import { withinTime } from '../../../libs/log/time-limit.rule.js';
import type { SegmentHeader } from '../../../libs/store/engine-store.port.js';
import { addOrigins, descentFrom, MOST_LINKS, type Origins } from '../../../libs/telemetry/span-origins.rule.js';
import { INSTRUMENTATION } from '../../../libs/telemetry/telemetry.port.js';
import { isTracing } from '../../../libs/telemetry/tracing.service.js';
import type { FiguresWatch } from '../following/figures-watch.port.js';
import { oldestAppendOf } from './oldest-append.rule.js';

/** Seconds. */
const BOUNDARIES = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2, 3, 5, 10, 30, 60, 300];
/** Milliseconds that live updates wait at most for the log to say where the events came from. */
const ORIGINS_MS = 250;

/** Tells how long events took to become visible, and goes back from there to where they came from. */
@Injectable()
export class FiguresTelemetry implements FiguresWatch {
  private readonly tracer = trace.getTracer(INSTRUMENTATION);
  private readonly freshness = metrics.getMeter(INSTRUMENTATION).createHistogram('charter_freshness_seconds', {
    description: "From the append of a checkpoint's oldest event until the figures show it.",
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES },
  });
  private untold: readonly SegmentHeader[] = [];

  constructor(
    @Inject(EVENT_LOG) private readonly log: Pick<EventLog, 'read'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  tookIn(segments: readonly SegmentHeader[]): void {
    const now = this.clock();
    for (const segment of segments) this.freshness.record(Math.max(0, now - oldestAppendOf(segment)) / 1_000);
    this.untold = segments;
  }

  /** Which events they are is known by their positions; which spans they came from, by what the log keeps beside them. */
  async telling(tell: () => void): Promise<void> {
    const segments = this.untold;
    this.untold = [];
    if (segments.length === 0 || !isTracing()) {
      tell();
      return;
    }
    const { parent, links } = descentFrom(await this.originsOf(segments));
    this.tracer.startActiveSpan('show figures', { links: [...links] }, parent, (span) => {
      tell();
      span.end();
    });
  }

  /** New figures are sent to readers. */
  sending(readers: number, send: () => void): void {
    this.tracer.startActiveSpan('send live update', { attributes: { 'charter.readers': readers } }, (span) => {
      send();
      span.end();
    });
  }

  /** Of the first events of each checkpoint; of none where the log does not say in time. */
  private async originsOf(segments: readonly SegmentHeader[]): Promise<Origins> {
    const reads = Promise.all(
      segments.map(({ partition, from, through }) =>
        this.log.read(partition, from, Math.min(MOST_LINKS, through - from + 1)),
      ),
    );
    const records = await withinTime(ORIGINS_MS, reads, () => new Error('too late')).catch(() => []);
    const origins: Origins = new Set();
    addOrigins(origins, records.flat());
    return origins;
  }
}
