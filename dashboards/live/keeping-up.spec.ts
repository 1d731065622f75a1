import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PagesDoor, wordsOf } from '../pages.testkit.js';
import { exampleAttention, exampleObservations } from '../query-client/example-answers.testkit.js';
import { exampleSteps } from '../query-client/example-scrutiny.testkit.js';
import { dateText } from '../figures/periods.words.js';

const door = new PagesDoor();
const forScrutiny = new PagesDoor();
beforeAll(async () => {
  await Promise.all([door.open(), forScrutiny.open()]);
  forScrutiny.query.answers('/v1/attention', { ...exampleAttention, audience: 'scrutiny', changes: [] });
  forScrutiny.query.answers('/v1/observations', { ...exampleObservations, audience: 'scrutiny' });
});
afterAll(() => Promise.all([door.close(), forScrutiny.close()]));

const pages = ['/live', '/live/attention', '/live/measure/decisions-in-time', '/', '/commitments/2019/2.2'];
const note = 'Counts are to the nearest 5, and small ones are held back';

describe('a page of figures', () => {
  it.each(pages)('says to scrutiny that they are rounded, and offers nothing to pause: %s', async (path) => {
    const { status, text } = await forScrutiny.get(path, 'scrutiny');
    expect({ status, says: wordsOf(text).includes(note), bar: text.includes('live-bar') }).toEqual({
      status: 200,
      says: true,
      bar: false,
    });
  });

  it.each(pages)('keeps up with events for staff, and says nothing of rounding: %s', async (path) => {
    const { text } = await door.get(path, 'staff');
    expect({ says: wordsOf(text).includes(note), bar: text.includes('live-bar') }).toEqual({ says: false, bar: true });
  });
});

describe('what scrutiny is offered of a measure', () => {
  it('is as known at publication steps, not on any day', async () => {
    const { text } = await forScrutiny.get('/live/measure/decisions-in-time', 'scrutiny');
    for (const day of exampleSteps.steps) expect(text).toContain(`<option value="${day}">${dateText(day)}</option>`);
    expect(text).not.toContain('<input id="choice-asof"');
    expect((await door.get('/live/measure/decisions-in-time', 'staff')).text).toContain('<input id="choice-asof"');
  });

  it('is told what is closed, and why', async () => {
    const { text } = await forScrutiny.get('/live/measure/decisions-in-time', 'scrutiny');
    expect(wordsOf(text)).toContain('hold exact counts');
    expect(wordsOf((await forScrutiny.get('/live/attention', 'scrutiny')).text)).toContain(
      'is not told with rounded figures',
    );
  });
});
