import { inspect } from 'node:util';
import { ConsoleLogger } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { formatInstant } from '../calendars/instant.calendar.js';
import type { Clock } from '../calendars/clock.port.js';

type LineParts = Parameters<ConsoleLogger['printAsJson']>[1];

/**
 * Log lines for programs, one JSON object each: `time` (UTC), `level`, `message`, `context`, and where there is one the
 * `trace` in whose course it was written, and the `error`. They go to standard error; standard output is for people.
 */
export class JsonLines extends ConsoleLogger {
  constructor(
    private readonly write: (line: string) => void = (line) => void process.stderr.write(line),
    private readonly clock: Clock = Date.now,
  ) {
    super({ json: true, colors: false, logLevels: ['warn', 'error', 'fatal'] });
  }

  protected override printAsJson(message: unknown, { logLevel, context, error, errorStack }: LineParts): void {
    const line = {
      time: formatInstant(this.clock()),
      level: logLevel,
      message: typeof message === 'string' ? message : inspect(message, { breakLength: Infinity }),
      ...(context === '' ? {} : { context }),
      trace: trace.getActiveSpan()?.spanContext().traceId,
      error: error === undefined ? errorStack : told(error),
    };
    this.write(`${JSON.stringify(line)}\n`);
  }
}

/** Name, words, way and cause of an error, and nothing else that it carries: that may be what a sender sent. */
function told(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${told(error.cause)}` : '';
  return `${error.stack ?? `${error.name}: ${error.message}`}${cause}`;
}
