import { describe, expect, it } from '@jest/globals';
import type { FactData } from '../../events/fact-catalogue.fact.js';
import { fact, given, received, recordedOn, retracted, type Told } from '../measure.testkit.js';

const id = 'equality-coverage';
const form = (when: string, data: FactData['equality.form-recorded'] = {}): Told =>
  fact('equality.form-recorded', when, data);

describe('an application with an equality form', () => {
  it('is counted on the day it was received, whenever the form came: an empty form is a form', () => {
    expect(given(received('2026-04-01'), form('2026-05-01', { gender: 'woman' })).days(id)).toEqual([
      '2026-04-01: 1/1',
    ]);
    expect(given(received('2026-04-01'), form('2026-03-01')).days(id)).toEqual(['2026-04-01: 1/1']);
    expect(given(received('2026-04-01')).days(id)).toEqual(['2026-04-01: 0/1']);
  });

  it('is counted once, however many forms there are; a form without an application waits', () => {
    expect(given(received('2026-04-01'), form('2026-05-01'), form('2026-05-02')).days(id)).toEqual(['2026-04-01: 1/1']);
    expect(given(form('2026-05-01')).days(id)).toEqual([]);
  });

  it('counts from the day on which the form is known, and no more once it turns out never to have been', () => {
    const late = recordedOn('2026-06-01', form('2026-04-02', { ageBand: '65-plus' }));
    const claim = given(received('2026-04-01'), late, retracted(late, '2026-07-01'));
    expect(claim.days(id, '2026-05-31')).toEqual(['2026-04-01: 0/1']);
    expect(claim.days(id, '2026-06-30')).toEqual(['2026-04-01: 1/1']);
    expect(claim.days(id)).toEqual(['2026-04-01: 0/1']);
  });

  it('stands, broken down, where the latest form puts it', () => {
    const claim = given(received('2026-04-01'), form('2026-04-02', { gender: 'man' }), form('2026-05-01'))
      .and(received('2026-04-01'))
      .and(received('2026-04-01'), form('2026-04-02', { gender: 'man' }), form('2026-05-02', { gender: 'other' }));
    expect(claim.ask(id, { from: '2026-04', by: ['gender'] })).toMatchObject([
      { dimensions: { gender: 'man' }, numerator: 1, denominator: 1 },
      { dimensions: { gender: 'not-recorded' }, numerator: 0, denominator: 1 },
      { dimensions: { gender: 'other' }, numerator: 1, denominator: 1 },
    ]);
  });
});
