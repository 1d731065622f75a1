import { parseInstant } from '../calendars/instant.calendar.js';
import { dayOf, parseDay } from '../calendars/local-date.calendar.js';
import { isYearCode } from '../calendars/period.calendar.js';
import type { FormatName } from './fact-schema.schema.js';
import { isHttpsUrl, isUriReference } from './uri-reference.parser.js';

const FIRST_DAY = dayOf(2018, 1, 1);
const LAST_DAY = dayOf(2099, 12, 31);

/** What each format admits, in words that follow "must be". */
export const formatMeanings: Readonly<Record<FormatName, string>> = {
  date: 'a date from 2018-01-01 to 2099-12-31',
  'date-time': 'an RFC 3339 date and time with an offset',
  year: 'a financial year such as 2025-26',
  'uri-reference': 'a URI reference by RFC 3986',
  'https-url': 'a URL that begins with https://',
};

/** The checks behind the formats of the facts' schemas (contract: events, "Facts"). */
export const formatChecks: Readonly<Record<FormatName, (text: string) => boolean>> = {
  date: (text) => {
    const day = parseDay(text);
    return day !== null && day >= FIRST_DAY && day <= LAST_DAY;
  },
  'date-time': (text) => parseInstant(text) !== null,
  year: isYearCode,
  'uri-reference': isUriReference,
  'https-url': isHttpsUrl,
};
