import { describe, expect, it } from '@jest/globals';
import { dayOf } from '../../calendars/local-date.calendar.js';
import { periodOf } from '../../calendars/period.calendar.js';
import { observationOfEntries, observationOfFigure } from './reported-observation.measure.js';

const year = periodOf('year', dayOf(2025, 6, 1));
const telling = { source: 'urn:test', id: '1', time: '2026-05-04T10:30:00Z', recordedOn: '2026-05-04' };
const figure = { value: 0.42, numerator: 21, denominator: 50, note: null, ...telling };
const entry = { title: 'T', summary: 'S', link: null, ...telling };
const long = dayOf(2026, 12, 1);

describe('a reported figure as an observation', () => {
  it('has its members as reported, of its year', () => {
    expect(observationOfFigure(year, long, { figure })).toEqual({
      period: '2025-26',
      start: '2025-04-01',
      end: '2026-03-31',
      complete: true,
      dimensions: {},
      value: 0.42,
      numerator: 21,
      denominator: 50,
      p90: null,
      parts: null,
      interval: null,
      target: null,
      status: [],
    });
  });

  it('is not available where nothing has been reported', () => {
    expect(observationOfFigure(year, long, { figure: null })).toMatchObject({ value: null, status: ['x'] });
  });

  it.each([
    [dayOf(2026, 4, 27), ['p']],
    [dayOf(2026, 4, 28), []],
  ])('is provisional until 28 days after its year (%d)', (asOf, status) => {
    expect(observationOfFigure(year, asOf, { figure }).status).toEqual(status);
  });
});

describe('words as an observation', () => {
  it('have no number', () => {
    expect(observationOfEntries(year, long, { entries: [entry] })).toMatchObject({ value: null, status: ['z'] });
  });

  it('are not available where nothing has been filed', () => {
    expect(observationOfEntries(year, dayOf(2025, 6, 1), { entries: [] })).toMatchObject({
      complete: false,
      value: null,
      status: ['x', 'p'],
    });
  });
});
