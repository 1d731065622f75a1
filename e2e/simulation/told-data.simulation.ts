import type { FactName } from '../../libs/events/fact-name.fact.js';
import { formatDay } from '../../libs/calendars/local-date.calendar.js';
import { surveyQuestions } from '../../libs/measures/survey/survey-questions.measure.js';
import type { Chance } from './chance.simulation.js';

export type Data = Readonly<Record<string, unknown>>;

/** Few codes, so that cases meet in the same cells. */
export const codes = {
  benefit: ['ADP', 'SCP', 'BSF', 'FSP', 'CDP'],
  channel: ['online', 'paper', 'phone'],
  localAuthority: ['S12000036', 'S12000049'],
  ageBand: ['16-24', '65-plus'],
  gender: ['man', 'woman'],
  ethnicGroup: ['white', 'asian'],
  disability: ['yes', 'no'],
  reason: ['decision', 'staff-conduct', 'policy'],
} as const;

const refs = ['r1', 'r2'];

/** Synthetic data for a fact of each name that a simulation tells. `day` is the day on which it happens. */
const dataOfName: Partial<Readonly<Record<FactName, (chance: Chance, day: number) => Data>>> = {
  'application.received': (chance) => ({
    benefit: chance.oneOf(codes.benefit),
    channel: chance.oneOf(codes.channel),
    ...sometimes(chance, 0.7, { localAuthority: chance.oneOf(codes.localAuthority) }),
    ...sometimes(chance, 0.3, { specialRules: chance.happens(0.5) }),
    ...sometimes(chance, 0.3, { part2Required: chance.happens(0.7) }),
  }),
  'decision.made': (chance) => ({ outcome: chance.oneOf(['authorised', 'denied']) }),
  'client.update-sent': () => ({ channel: 'letter' }),
  'redetermination.requested': (chance) => ({
    ref: chance.oneOf(refs),
    ...sometimes(chance, 0.3, { late: chance.happens(0.8) }),
  }),
  'redetermination.accepted-late': aRef,
  'redetermination.withdrawn': aRef,
  'redetermination.overdue-notified': aRef,
  'redetermination.decided': (chance) => ({
    ref: chance.oneOf(refs),
    outcome: chance.oneOf(['allowed', 'partly-allowed', 'disallowed']),
  }),
  'appeal.lodged': aRef,
  'appeal.decided': (chance) => ({ ref: chance.oneOf(refs), outcome: chance.oneOf(['upheld', 'dismissed']) }),
  'payment.promised': (chance, day) => ({
    ref: chance.oneOf(refs),
    due: formatDay(day + chance.between(-2, 12)),
    amountPence: chance.oneOf([10_000, 12_500]),
  }),
  'payment.issued': aPayment,
  'payment.corrected': aPayment,
  'equality.form-recorded': (chance) => ({
    ...sometimes(chance, 0.6, { ageBand: chance.oneOf(codes.ageBand) }),
    ...sometimes(chance, 0.4, { gender: chance.oneOf(codes.gender) }),
    ...sometimes(chance, 0.4, { ethnicGroup: chance.oneOf(codes.ethnicGroup) }),
    ...sometimes(chance, 0.4, { disability: chance.oneOf(codes.disability) }),
  }),
  'complaint.received': (chance) => ({
    stage: chance.oneOf([1, 1, 2]),
    reason: chance.oneOf(codes.reason),
    ...sometimes(chance, 0.6, { benefit: chance.oneOf(codes.benefit) }),
    ...sometimes(chance, 0.6, { channel: chance.oneOf(codes.channel) }),
  }),
  'complaint.acknowledged': aStage,
  'complaint.responded': (chance) => ({
    stage: chance.oneOf([1, 2]),
    outcome: chance.oneOf(['upheld', 'not-upheld', 'resolved']),
  }),
  'call.ended': (chance) => ({
    outcome: chance.oneOf(['answered', 'answered', 'abandoned']),
    waitSeconds: chance.between(0, 600),
    ...sometimes(chance, 0.7, { benefit: chance.oneOf(codes.benefit) }),
  }),
  'feedback.given': (chance) => ({
    rating: chance.between(1, 5),
    ...sometimes(chance, 0.7, { benefit: chance.oneOf(codes.benefit) }),
    ...sometimes(chance, 0.7, { channel: chance.oneOf(codes.channel) }),
  }),
  'feedback.acted-on': () => ({ action: 'explained' }),
  'consultation.held': (chance) => ({ mode: chance.oneOf(['phone', 'video']) }),
  'document.format-requested': (chance) => ({ ref: chance.oneOf(refs), format: chance.oneOf(['bsl', 'audio']) }),
  'document.format-supplied': aRef,
  'adjustment.requested': aRef,
  'adjustment.made': aRef,
  'advocacy.referred': aRef,
  'advocacy.started': aRef,
  'appointment.requested': (chance) => ({ ref: chance.oneOf(refs), place: chance.oneOf(['home', 'home', 'venue']) }),
  'appointment.held': aRef,
  'survey.response-recorded': (chance) => ({
    survey: chance.oneOf(['client', 'staff', 'partner']),
    year: chance.oneOf(['2024-25', '2025-26', '2026-27']),
    answers: Object.fromEntries(
      surveyQuestions
        .filter(() => chance.happens(0.3))
        .map(({ code }) => [code, chance.oneOf([1, 2, 3, 4, 5, 'not-applicable', 'prefer-not-to-say'])]),
    ),
    ...sometimes(chance, 0.7, { benefit: chance.oneOf(codes.benefit) }),
  }),
};

/** Data that fit a fact of this name; none where the name has none. */
export function dataOf(name: FactName, chance: Chance, day: number): Data {
  return dataOfName[name]?.(chance, day) ?? {};
}

function sometimes(chance: Chance, share: number, data: Data): Data {
  return chance.happens(share) ? data : {};
}

function aRef(chance: Chance): Data {
  return { ref: chance.oneOf(refs) };
}

function aStage(chance: Chance): Data {
  return { stage: chance.oneOf([1, 2]) };
}

function aPayment(chance: Chance): Data {
  return { ref: chance.oneOf(refs), amountPence: chance.oneOf([10_000, 12_500]) };
}
