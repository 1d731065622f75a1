import { spanNamedBy } from '../../libs/telemetry/traceparent.codec.js';

/** The headers that carry the sender's trace on to the log (W3C Trace Context); none if it is absent or malformed. */
export function traceHeadersOf(traceparent: string | readonly string[] | undefined): Readonly<Record<string, string>> {
  return typeof traceparent === 'string' && spanNamedBy(traceparent) !== null ? { traceparent } : {};
}
