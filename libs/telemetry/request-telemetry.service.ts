import { context, metrics, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import type { Request, RequestHandler, Response } from 'express';
import { INSTRUMENTATION } from './telemetry.port.js';
import { spanNamedBy } from './traceparent.codec.js';

/** Seconds. */
const BOUNDARIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const KNOWN_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Asked every few seconds by whoever watches the process: nobody follows their course. */
const ASKED_BY_WATCHERS = /^\/(health|metrics)(\/|$)/;

/**
 * Measures every request and makes a span of it, within that of its sender if it names one. Only the template of a route is
 * told, never the address asked for. An answer that stays open is neither measured nor told: it has no end to wait for.
 */
export function observeRequests(): RequestHandler {
  const tracer = trace.getTracer(INSTRUMENTATION);
  const durations = metrics.getMeter(INSTRUMENTATION).createHistogram('http_server_request_duration_seconds', {
    description: 'From a request to the end of its answer, by template of the route.',
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES },
  });
  return (request, response, next) => {
    const begun = performance.now();
    const method = KNOWN_METHODS.has(request.method) ? request.method : '_OTHER';
    const sender = ASKED_BY_WATCHERS.test(request.path) ? null : senderOf(request);
    const span = sender === null ? null : tracer.startSpan(method, { kind: SpanKind.SERVER }, sender);
    response.once('close', () => {
      if (isStream(response)) return;
      const route = routeOf(request);
      const status = response.statusCode;
      durations.record((performance.now() - begun) / 1_000, { method, route, status: String(status) });
      span?.updateName(`${method} ${route}`);
      span?.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      });
      if (status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
    });
    if (sender === null || span === null) next();
    else context.with(trace.setSpan(sender, span), next);
  };
}

/** The span that the sender names. Nothing else that it says of its trace is taken: it would be told on. */
function senderOf({ headers }: Request): Context {
  const named = typeof headers.traceparent === 'string' ? spanNamedBy(headers.traceparent) : null;
  return named === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, named);
}

/** `unmatched` where nothing serves the address, or it was refused before anything could. */
function routeOf(request: Request): string {
  const route: unknown = request.route;
  if (typeof route !== 'object' || route === null || !('path' in route)) return 'unmatched';
  return typeof route.path === 'string' ? route.path : 'unmatched';
}

function isStream(response: Response): boolean {
  return String(response.getHeader('Content-Type')).startsWith('text/event-stream');
}
