import type { MeasureHeading } from '../query-client/answers.fact.js';

/** The parts of speech from which sentences about a measure are made. */
export interface Phrases {
  /** What is counted, in the plural: `decisions`. */
  readonly things: string;
  /** What became of those that count: `were made in time`. */
  readonly did: string;
  /** What became of the others, of a proportion or limit: `were late`. */
  readonly otherwise: string;
  /** Before a length of time: `A decision usually took`. */
  readonly took: string;
  /** What it means that the measure has gone quiet: `No complaints have come in`. */
  readonly quiet: string;
}

const applications = 'No applications have come in';
const challenges = 'No requests for redetermination have come in';
const complaints = 'No complaints have come in';

const known: Readonly<Record<string, Partial<Phrases>>> = {
  'applications-received': { things: 'applications', did: 'were received', quiet: applications },
  'decisions-made': { things: 'applications', did: 'were decided', quiet: applications },
  'approval-rate': { things: 'applications', did: 'were approved', quiet: applications },
  'decisions-in-time': { things: 'decisions', did: 'were made in time', otherwise: 'were late', quiet: applications },
  'decision-time': { things: 'decisions', took: 'A decision usually took', quiet: applications },
  'open-applications': { things: 'applications', did: 'were waiting for a decision', quiet: applications },
  'overdue-applications': { things: 'applications', did: 'were overdue', quiet: applications },
  'right-first-time': { things: 'decisions', did: 'were right first time', quiet: 'No challenges have come in' },
  'redetermination-rate': { things: 'decisions', did: 'were challenged', quiet: challenges },
  'redeterminations-in-time': {
    things: 'redeterminations',
    did: 'were made in time',
    otherwise: 'were late',
    quiet: challenges,
  },
  'redetermination-time': {
    things: 'redeterminations',
    took: 'A redetermination usually took',
    quiet: challenges,
  },
  'redetermination-outcomes': { things: 'redeterminations', did: 'ended', quiet: challenges },
  'redetermination-notices': {
    things: 'late redeterminations',
    did: 'were followed by a notice',
    quiet: challenges,
  },
  'appeals-lodged': { things: 'appeals', did: 'were lodged', quiet: 'No appeals have come in' },
  'appeal-outcomes': { things: 'appeals', did: 'were decided', quiet: 'No appeals have come in' },
  'evidence-to-decision': {
    things: 'decisions',
    took: 'After all evidence was in, a decision usually took',
    quiet: applications,
  },
  'consultation-share': {
    things: 'disability decisions',
    did: 'were made after a consultation',
    quiet: applications,
  },
  'payments-on-time': {
    things: 'payments',
    did: 'were made on time',
    otherwise: 'were late',
    quiet: 'No payments have been promised',
  },
  'payments-right-amount': {
    things: 'payments',
    did: 'were of the right amount',
    quiet: 'No payments have been promised',
  },
  'formats-supplied': { things: 'requests for other formats', did: 'were met' },
  'adjustments-made': { things: 'requests for adjustments', did: 'were met' },
  'advocacy-started': { things: 'referrals to advocacy', did: 'led to support', otherwise: 'did not' },
  'home-visits-held': { things: 'requested home visits', did: 'took place', otherwise: 'did not' },
  'equality-coverage': {
    things: 'applications',
    did: 'came with an equality form',
    otherwise: 'did not',
    quiet: applications,
  },
  'complaints-received': { things: 'complaints', did: 'were received', quiet: complaints },
  'complaints-stage1-in-time': {
    things: 'first-stage complaints',
    did: 'were answered in time',
    otherwise: 'were late',
    quiet: complaints,
  },
  'complaints-stage2-in-time': {
    things: 'second-stage complaints',
    did: 'were answered in time',
    otherwise: 'were late',
    quiet: complaints,
  },
  'complaint-outcomes': { things: 'complaints', did: 'were answered', quiet: complaints },
  'calls-answered': { things: 'calls', did: 'were answered' },
  'call-wait': { things: 'calls', took: 'On average callers waited', quiet: 'No calls have come in' },
  'feedback-positive': { things: 'pieces of feedback', did: 'were positive', quiet: 'No feedback has come in' },
  'feedback-acted-on': {
    things: 'pieces of feedback',
    did: 'led to action',
    otherwise: 'did not',
    quiet: 'No feedback has come in',
  },
};

const SURVEY = 'survey.';

/** The phrases of a measure; of one without its own, sound ones made from its title. */
export function phrasesOf({ id, title }: Pick<MeasureHeading, 'id' | 'title'>): Phrases {
  const own = known[id] ?? (id.startsWith(SURVEY) ? { ...survey, did: `agreed with “${title}”` } : {});
  const { things = 'cases' } = own;
  return {
    things,
    did: `were counted for “${title}”`,
    otherwise: 'were not',
    took: `“${title}” usually took`,
    quiet: `No ${things} have come in`,
    ...own,
  };
}

const survey: Partial<Phrases> = {
  things: 'people surveyed',
  otherwise: 'did not',
  quiet: 'No survey answers have come in',
};

/** The ids of the measures that have phrases of their own. */
export const measuresWithPhrases: readonly string[] = Object.keys(known);
