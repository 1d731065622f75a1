import { readFileSync } from 'node:fs';
import type { LoggedEvent, Observation, Question } from './recount.oracle.js';
import type { Rules } from './rules.oracle.js';

/** One entry of `expected.json`: a question and the rows of its answer. */
export interface Expected extends Question {
  readonly observations: readonly Observation[];
}

/** The register and the holiday calendar of this repository. */
export function registerRules(): Rules {
  const calendar = readData<{ from: string; to: string; holidays: { date: string }[] }>('scotland-bank-holidays.json');
  return {
    holidays: calendar.holidays.map(({ date }) => date),
    calendarFrom: calendar.from,
    calendarTo: calendar.to,
    benefits: readData('benefits.json'),
    targets: readData('targets.json'),
    councilAreas: readData('council-areas.json'),
  };
}

/** The valid events of the sample in log order. Every one of them has a `recordedtime`. */
export function sampleEvents(): readonly LoggedEvent[] {
  const refused = new Set(readSample<{ line: number }[]>('refused.json').map(({ line }) => line));
  return readText('../samples/events.ndjson')
    .split('\n')
    .filter((text, index) => text !== '' && !refused.has(index + 1))
    .map((text) => ({ value: JSON.parse(text) as unknown }));
}

export function sampleAnswers(): readonly Expected[] {
  return readSample('expected.json');
}

function readSample<T>(name: string): T {
  return JSON.parse(readText(`../samples/${name}`)) as T;
}

function readData<T>(name: string): T {
  return JSON.parse(readText(`../../libs/register/data/${name}`)) as T;
}

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
