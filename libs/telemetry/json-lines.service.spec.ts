import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { JsonLines } from './json-lines.service.js';

const AT = Date.parse('2026-04-01T12:00:00.250Z');
let written: string[];

beforeEach(() => {
  written = [];
  Logger.overrideLogger(
    new JsonLines(
      (line) => written.push(line),
      () => AT,
    ),
  );
});

afterEach(() => {
  Logger.overrideLogger(['error', 'warn']);
});

function lines(): readonly Record<string, unknown>[] {
  return written.map((line) => JSON.parse(line));
}

describe('a line of the log', () => {
  it('is one JSON object with time, level, message and who speaks', () => {
    new Logger('Kafka').warn('the broker is away');
    expect(written[0]).toMatch(/^\{.*\}\n$/);
    expect(lines()).toEqual([
      { time: '2026-04-01T12:00:00.250Z', level: 'warn', message: 'the broker is away', context: 'Kafka' },
    ]);
  });

  it('stays one line whatever the message holds', () => {
    new Logger('Kafka').error('first\nsecond');
    expect(written).toHaveLength(1);
    expect(written[0]?.trimEnd()).not.toContain('\n');
  });

  it('tells an error by its words, where it was and what caused it, but not what else it carries', () => {
    const cause = Object.assign(new Error('refused'), { key: 'CASE-PLANTED' });
    new Logger('Store').error('cannot save', new TypeError('no store', { cause }));
    expect(lines()[0]).toMatchObject({ level: 'error', message: 'cannot save', context: 'Store' });
    expect(lines()[0]?.['error']).toMatch(/^TypeError: no store\n {4}at .*\ncaused by Error: refused\n/s);
    expect(written.join('')).not.toContain('PLANTED');
  });

  it('has the stack that was given in place of an error', () => {
    new Logger('Problems').error('Error: it broke\n    at somewhere');
    new Logger('Counting').error('stopped', 'Error: it broke\n    at somewhere');
    expect(lines().map(({ message }) => message)).toEqual(['Error: it broke\n    at somewhere', 'stopped']);
    expect(lines()[1]?.['error']).toBe('Error: it broke\n    at somewhere');
  });

  it('is not written for what only a developer wants to know', () => {
    new Logger('Nest').log('started');
    new Logger('Nest').debug('starting');
    expect(written).toEqual([]);
  });
});
