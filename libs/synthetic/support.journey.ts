import { localDay } from '../calendars/local-date.calendar.js';
import type { DocumentFormatRequested } from '../events/facts/document-format-requested/document-format-requested.fact.js';
import { choicesOf } from './choices.rule.js';
import type { Journal } from './journal.rule.js';
import { inOfficeHours } from './office-days.calendar.js';
import type { BenefitWorld, World } from './world.rule.js';

type Format = DocumentFormatRequested['format'];

const formats = choicesOf<Format>({
  bsl: 6,
  braille: 4,
  'easy-read': 25,
  'large-print': 35,
  audio: 8,
  translation: 22,
});
const places = choicesOf({ home: 60, venue: 15, remote: 25 });

/** Help that clients ask for beside the claim; what was asked for mostly comes. */
export function support(world: World, benefit: BenefitWorld, journal: Journal, receivedAt: number): void {
  const { chance } = journal;
  const often = benefit.calibration.disability ? 2.5 : 1;
  const asked = (share: number): number | null =>
    chance.happens(share * often) ? laterOn(world, journal, receivedAt, 15) : null;
  const given = (at: number, most: number): number => laterOn(world, journal, at, most);

  const format = asked(0.02);
  if (format !== null) {
    journal.tell('document.format-requested', format, { ref: 'format-1', format: chance.pick(formats) });
    if (chance.happens(0.965)) journal.tell('document.format-supplied', given(format, 20), { ref: 'format-1' });
  }
  const adjustment = asked(0.015);
  if (adjustment !== null) {
    journal.tell('adjustment.requested', adjustment, { ref: 'adjustment-1' });
    journal.tell('adjustment.made', given(adjustment, 10), { ref: 'adjustment-1' });
  }
  const advocacy = asked(0.01);
  if (advocacy !== null) {
    journal.tell('advocacy.referred', advocacy, { ref: 'advocacy-1' });
    if (chance.happens(0.9)) journal.tell('advocacy.started', given(advocacy, 25), { ref: 'advocacy-1' });
  }
  const appointment = asked(0.01);
  if (appointment !== null) {
    journal.tell('appointment.requested', appointment, { ref: 'appointment-1', place: chance.pick(places) });
    if (chance.happens(0.93)) journal.tell('appointment.held', given(appointment, 30), { ref: 'appointment-1' });
  }
}

/** In office hours, one to so many working days after a moment. */
function laterOn({ days }: World, { chance }: Journal, at: number, most: number): number {
  return inOfficeHours(days.after(localDay(at), chance.between(1, most)), chance);
}
