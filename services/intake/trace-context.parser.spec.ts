import { describe, expect, it } from '@jest/globals';
import { traceHeadersOf } from './trace-context.parser.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

describe('the trace headers', () => {
  it.each([`00-${TRACE}-${SPAN}-01`, `cc-${TRACE}-${SPAN}-00`])('carry %s on', (traceparent) => {
    expect(traceHeadersOf(traceparent)).toEqual({ traceparent });
  });

  it.each([
    undefined,
    '',
    TRACE,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01, 00-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01\n`,
  ])('carry nothing for %j', (traceparent) => {
    expect(traceHeadersOf(traceparent)).toEqual({});
  });
});
