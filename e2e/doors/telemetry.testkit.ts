import { randomBytes } from 'node:crypto';
import type { ReceivedSpan } from './otlp-receiver.testkit.js';

/** A trace that a sender begins. */
export interface BegunTrace {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceparent: string;
}

export function beginTrace(): BegunTrace {
  const traceId = randomBytes(16).toString('hex');
  const spanId = randomBytes(8).toString('hex');
  return { traceId, spanId, traceparent: `00-${traceId}-${spanId}-01` };
}

/** A synthetic application received now. */
export function anApplication(id: string, subject: string): Readonly<Record<string, unknown>> {
  return {
    specversion: '1.0',
    id,
    source: 'urn:example:claims',
    type: 'charter.application.received.v1',
    time: new Date().toISOString(),
    subject,
    data: { benefit: 'SCP', channel: 'online' },
  };
}

/** Sends one event as a producer of the demo. */
export function send(url: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const type = 'application/cloudevents+json';
  return fetch(new URL('/v1/events', url), {
    method: 'POST',
    headers: { authorization: 'Bearer demo-producer', 'content-type': type, ...headers },
    body,
  });
}

/** Follows the month's applications, and passes over what comes, until the signal. */
export async function follow(url: string, until: AbortSignal): Promise<void> {
  const stream = await fetch(new URL('/v1/observations/stream?measure=applications-received&grain=month', url), {
    headers: { authorization: 'Bearer demo-staff' },
    signal: until,
  });
  void stream.text().catch(() => undefined);
}

/** Spans as `name < parent`, in order; the sender's own span is called `sender`. */
export function descent(spans: readonly ReceivedSpan[], sender: BegunTrace): readonly string[] {
  const names = new Map(spans.map(({ spanId, name }) => [spanId, name]));
  names.set(sender.spanId, 'sender');
  return spans.map(({ name, parentSpanId = '' }) => `${name} < ${names.get(parentSpanId) ?? 'nobody'}`).sort();
}
