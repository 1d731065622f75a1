const TRACEPARENT = /^(?!ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/;

/** The headers that carry the sender's trace on to the log (W3C Trace Context); none if it is absent or malformed. */
export function traceHeadersOf(traceparent: string | readonly string[] | undefined): Readonly<Record<string, string>> {
  return typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? { traceparent } : {};
}
