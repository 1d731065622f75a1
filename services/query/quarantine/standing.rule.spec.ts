import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDay } from '../../../libs/calendars/local-date.calendar.js';
import { eventFrom, exampleEvent, JUDGED_AT, rawEvents, seeded } from '../../../libs/events/fact.testkit.js';
import { recordedFactOf } from '../../../libs/events/recorded.fact.js';
import { smallRules } from '../../../libs/measures/fold/case.testkit.js';
import { CaseState } from '../../../libs/measures/fold/case-state.measure.js';
import { programOf } from '../../../libs/measures/fold/program.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { eventToReplay, standingIn } from './standing.rule.js';

const program = programOf(measures, smallRules);
const appendedAt = JUDGED_AT;
const later = appendedAt + 86_400_000;

describe('the event of a quarantined record, as it is put on the log again', () => {
  it('is the same event, known from the same moment, and so it is however often that is done', () => {
    fc.assert(
      fc.property(rawEvents, (raw) => {
        const before = eventFrom(raw);
        const checked = eventToReplay({ value: JSON.stringify(raw), appendedAt }, later);
        if (!checked.ok) throw new Error(checked.refusal.code);
        const { recorded, recordedtime, ...after } = checked.event;
        const { recorded: _, recordedtime: __, ...same } = before;
        expect(after).toEqual(same);
        expect(recorded?.at).toBe(appendedAt);
        const again = eventToReplay({ value: JSON.stringify({ ...raw, recordedtime }), appendedAt: later }, later);
        expect(again).toEqual(checked);
      }),
      seeded,
    );
  });

  it('keeps a record time that it states', () => {
    const value = JSON.stringify({ ...exampleEvent, recordedtime: '2025-06-01T00:00:00Z' });
    expect(eventToReplay({ value, appendedAt }, later)).toMatchObject({
      event: { recorded: { at: Date.parse('2025-06-01T00:00:00Z') } },
    });
  });

  it('does not become valid by waiting, where it happened after it was recorded', () => {
    const value = JSON.stringify({ ...exampleEvent, time: new Date(appendedAt + 600_000).toISOString() });
    expect(eventToReplay({ value, appendedAt }, later)).toMatchObject({ refusal: { code: 'recorded-wrong' } });
  });

  it.each([null, '', '{', '[]', '"text"', '{}'])('is none where the record is none: %j', (value) => {
    expect(eventToReplay({ value, appendedAt }, later).ok).toBe(false);
  });
});

describe('what would become of an event', () => {
  const event = eventFrom(exampleEvent);
  const held = (data: object): CaseState =>
    new CaseState([recordedFactOf(eventFrom({ ...exampleEvent, data }), localDay(appendedAt), 7)], 7);

  it('is to be counted, where its case does not hold it', () => {
    const other = new CaseState([recordedFactOf({ ...event, id: 'other' }, localDay(appendedAt), 7)], 7);
    for (const state of [CaseState.empty(), other]) {
      expect(standingIn(state, event, appendedAt, program)).toEqual({ standing: 'replayable', event });
    }
  });

  it('is nothing, where its case holds it, also from a later day on', () => {
    for (const at of [appendedAt, appendedAt - 10 * 86_400_000]) {
      expect(standingIn(held(exampleEvent.data), event, at, program)).toEqual({ standing: 'counted' });
    }
  });

  it('is a conflict for ever, where its case holds another by its name', () => {
    const standing = standingIn(held({ ...exampleEvent.data, channel: 'phone' }), event, appendedAt, program);
    expect(standing).toMatchObject({ standing: 'refused', refusal: { code: 'conflict' } });
  });

  it('is to be refused, where counting it fails', () => {
    const [first] = measures;
    if (first === undefined) throw new Error('no measure');
    const fails = (): never => {
      throw new TypeError('planted');
    };
    const failing = { ...program, measures: measures.map((measure) => ({ ...measure, contributions: fails })) };
    const broken = { ...failing, rules: new Proxy(smallRules, { get: fails }) };
    expect(standingIn(CaseState.empty(), event, appendedAt, broken)).toMatchObject({
      standing: 'refused',
      refusal: { code: 'fold-failed' },
    });
  });
});
