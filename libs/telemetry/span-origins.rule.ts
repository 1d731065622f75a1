import { ROOT_CONTEXT, trace, type Context, type Link } from '@opentelemetry/api';
import type { LogRecord } from '../log/event-log.port.js';
import { spanNamedBy } from './traceparent.codec.js';

/** A span names at most so many others that it goes back to. */
export const MOST_LINKS = 32;

/** The `traceparent`s of those whose work came together, in the order met, each once; no more than a span may name. */
export type Origins = Set<string>;

/** Adds where records come from. */
export function addOrigins(origins: Origins, records: readonly LogRecord[]): void {
  for (const { headers } of records) {
    if (origins.size >= MOST_LINKS) return;
    const traceparent = headers['traceparent'];
    if (traceparent !== undefined) origins.add(traceparent);
  }
}

/**
 * How a span stands to them: work that comes from one trace is part of it, below the first of its spans; what comes from
 * several begins a trace of its own. There is a link to each span that it does not stand below.
 */
export function descentFrom(origins: Origins): { readonly parent: Context; readonly links: readonly Link[] } {
  const spans = [...origins].flatMap((traceparent) => spanNamedBy(traceparent) ?? []);
  const [first, ...others] = spans;
  if (first === undefined || others.some(({ traceId }) => traceId !== first.traceId)) {
    return { parent: ROOT_CONTEXT, links: spans.map((span) => ({ context: span })) };
  }
  return { parent: trace.setSpanContext(ROOT_CONTEXT, first), links: others.map((span) => ({ context: span })) };
}
