import type { Viewer } from '../looking/looking.fact.js';

/** A step of a first visit: as whom to look, and where. */
export interface VisitStep {
  readonly title: string;
  /** What there is to be seen, in short sentences. */
  readonly says: string;
  readonly as: Viewer;
  readonly href: string;
  /** What the button says. */
  readonly button: string;
}

/** The steps of a first visit, in order: one for each kind of reader. */
export const visitSteps: readonly VisitStep[] = [
  {
    title: 'See how it goes today',
    says: 'Managers watch figures move as events come in. See what is off target, open a measure, and filter it.',
    as: 'staff',
    href: '/live',
    button: 'Look as agency staff and open Live',
  },
  {
    title: 'Ask why',
    says: 'Scrutiny bodies check a figure: its definition, the numbers behind it, its limits, and what changed. Counts are rounded for them.',
    as: 'scrutiny',
    href: '/scrutiny/decisions-in-time',
    button: 'Look as a scrutiny body and open one figure',
  },
  {
    title: 'Take the year',
    says: 'Whoever compiles the yearly framework sees what is missing. They file reports and make a release that never changes.',
    as: 'compiler',
    href: '/annual',
    button: 'Look as the framework compiler and open Annual',
  },
  {
    title: 'Read it as anybody can',
    says: 'The public reads each promise with what was last published, and what to do if it is not kept.',
    as: 'public',
    href: '/',
    button: 'Look as a member of the public and open Promises',
  },
];
