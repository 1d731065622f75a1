import { readFileSync } from 'node:fs';
import type { LoggedEvent, Observation, Question } from './recount.oracle.js';
import type { Rules } from './rules.oracle.js';

/** One entry of `expected.json`: a question and the rows of its answer. */
export interface Expected extends Question {
  readonly observations: readonly Observation[];
}

interface HolidayCalendar {
  readonly from: string;
  readonly to: string;
  readonly holidays: readonly { readonly date: string }[];
}

/** The register and the holiday calendar of this repository. */
export function registerRules(): Rules {
  const calendar = readData('scotland-bank-holidays.json') as HolidayCalendar;
  return {
    holidays: calendar.holidays.map(({ date }) => date),
    calendarFrom: calendar.from,
    calendarTo: calendar.to,
    benefits: readData('benefits.json') as Rules['benefits'],
    targets: readData('targets.json') as Rules['targets'],
    councilAreas: readData('council-areas.json') as NonNullable<Rules['councilAreas']>,
  };
}

/** The valid events of the sample in log order. Every one of them has a `recordedtime`. */
export function sampleEvents(): readonly LoggedEvent[] {
  const refused = new Set((readSample('refused.json') as readonly { line: number }[]).map(({ line }) => line));
  return readText('../samples/events.ndjson')
    .split('\n')
    .filter((text, index) => text !== '' && !refused.has(index + 1))
    .map((text) => ({ value: JSON.parse(text) as unknown }));
}

export function sampleAnswers(): readonly Expected[] {
  return readSample('expected.json') as readonly Expected[];
}

function readSample(name: string): unknown {
  return JSON.parse(readText(`../samples/${name}`));
}

function readData(name: string): unknown {
  return JSON.parse(readText(`../../libs/register/data/${name}`));
}

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
