import { describe, expect, it } from '@jest/globals';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { LogRecord } from '../log/event-log.port.js';
import { addOrigins, descentFrom, MOST_LINKS, type Origins } from './span-origins.rule.js';

function traceparent(number: number): string {
  return `00-${String(number).padStart(32, '0')}-${String(number).padStart(16, '0')}-01`;
}

function recordWith(headers: Readonly<Record<string, string>>): LogRecord {
  return { partition: 0, offset: 0, appendedAt: 0, key: 'CASE-000001', value: '{}', headers };
}

describe('a span that many events led to', () => {
  it('names each of their spans once, up to a bound, in the order met', () => {
    const origins: Origins = new Set();
    addOrigins(
      origins,
      Array.from({ length: 100 }, (_, index) => recordWith({ traceparent: traceparent(1 + (index >> 1)) })),
    );
    const { parent, links } = descentFrom(origins);
    expect(parent).toBe(ROOT_CONTEXT);
    expect(links).toHaveLength(MOST_LINKS);
    expect(links.map(({ context }) => Number(context.spanId))).toEqual(
      Array.from({ length: MOST_LINKS }, (_, index) => index + 1),
    );
  });

  it('belongs to the trace of a single one', () => {
    const origins: Origins = new Set();
    addOrigins(origins, [recordWith({}), recordWith({ traceparent: traceparent(7) })]);
    const { parent, links } = descentFrom(origins);
    expect(trace.getSpanContext(parent)).toMatchObject({ spanId: '0000000000000007', traceFlags: 1, isRemote: true });
    expect(links).toEqual([]);
  });

  it('stands below the first of several that are of one trace, and names the others', () => {
    const [first, second] = [1, 2].map((number) =>
      traceparent(9).replace(/\d{16}-01$/, `${`${number}`.padStart(16, '0')}-01`),
    );
    const origins: Origins = new Set([first ?? '', second ?? '']);
    const { parent, links } = descentFrom(origins);
    expect(trace.getSpanContext(parent)).toMatchObject({ spanId: '0000000000000001' });
    expect(links).toMatchObject([{ context: { spanId: '0000000000000002' } }]);
  });

  it('stands alone where nothing is known of them', () => {
    const origins: Origins = new Set();
    addOrigins(origins, [recordWith({}), recordWith({ traceparent: 'of no use' })]);
    expect(descentFrom(origins)).toEqual({ parent: ROOT_CONTEXT, links: [] });
  });
});
