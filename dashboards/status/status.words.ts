import { momentText } from '../figures/periods.words.js';
import { parseInstant } from '../../libs/calendars/instant.calendar.js';

/** Milliseconds behind from which figures are called old. */
const OLD_AFTER = 60_000;

/** How far the figures are, in a sentence. `now` in milliseconds since 1970. */
export function freshnessSentence(countedTo: string, now: number): string {
  const moment = parseInstant(countedTo);
  const isOld = moment !== null && now - moment.at >= OLD_AFTER;
  return isOld
    ? `The figures are behind: they are counted to ${momentText(countedTo)}.`
    : `The figures are up to date: they are counted to ${momentText(countedTo)}.`;
}

/** The name of a fact as a reader would say it: `application received`. */
export function factWords(fact: string): string {
  return fact.replaceAll(/[.-]/g, ' ');
}
