import { Injectable } from '@nestjs/common';
import { metrics, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { INSTRUMENTATION } from '../../libs/telemetry/telemetry.port.js';
import { currentTraceparent } from '../../libs/telemetry/traceparent.codec.js';
import type { Receipt } from './receipt.rule.js';

/** Tells what becomes of the events that are sent. */
@Injectable()
export class IntakeTelemetry {
  private readonly tracer = trace.getTracer(INSTRUMENTATION);
  private readonly accepted = metrics
    .getMeter(INSTRUMENTATION)
    .createCounter('charter_intake_accepted_total', { description: 'Events answered with: accepted.' });
  private readonly refused = metrics
    .getMeter(INSTRUMENTATION)
    .createCounter('charter_intake_refused_total', { description: 'Events answered with: refused, by code.' });

  /** Takes events in a span of their own; `take` is given what names it, for the log to carry on. */
  async taking(count: number, take: (traceparent: string | undefined) => Promise<Receipt>): Promise<Receipt> {
    const options = { kind: SpanKind.PRODUCER, attributes: { 'messaging.batch.message_count': count } };
    return this.tracer.startActiveSpan('append events', options, async (span) => {
      try {
        const receipt = await take(currentTraceparent());
        this.accepted.add(receipt.accepted);
        for (const { code } of receipt.rejected) this.refused.add(1, { code });
        return receipt;
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    });
  }
}
