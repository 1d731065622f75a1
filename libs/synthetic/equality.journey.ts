import type { EqualityFormRecorded } from '../events/facts/equality-form-recorded/equality-form-recorded.fact.js';
import type { Chance } from './chance.rule.js';
import { choicesOf } from './choices.rule.js';
import type { Journal } from './journal.rule.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

const ageBands = choicesOf({
  'under-16': 1,
  '16-24': 17,
  '25-34': 31,
  '35-44': 22,
  '45-54': 14,
  '55-64': 12,
  '65-plus': 3,
});
const genders = choicesOf({ man: 34, woman: 64, other: 2 });
const ethnicGroups = choicesOf({ white: 88, asian: 5, african: 3, 'caribbean-or-black': 1, mixed: 1.5, other: 1.5 });
const disabilities = choicesOf({ yes: 46, no: 54 });

/** Most applicants fill in an equality form with the application; a few change it later. */
export function equalityForm(journal: Journal, receivedAt: number): void {
  const { chance } = journal;
  if (!chance.happens(0.7)) return;
  const at = receivedAt + chance.between(1, 20) * MINUTE;
  const form = filledIn(chance);
  journal.tell('equality.form-recorded', at, form);
  if (!chance.happens(0.03)) return;
  journal.tell('equality.form-recorded', at + chance.between(3, 60) * DAY, { ...form, disability: 'yes' });
}

/** Every question may be left out. */
function filledIn(chance: Chance): EqualityFormRecorded {
  return {
    ...(chance.happens(0.97) && { ageBand: chance.pick(ageBands) }),
    ...(chance.happens(0.96) && { gender: chance.pick(genders) }),
    ...(chance.happens(0.93) && { ethnicGroup: chance.pick(ethnicGroups) }),
    ...(chance.happens(0.94) && { disability: chance.pick(disabilities) }),
  };
}
