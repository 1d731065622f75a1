import type { Standing } from '../query-client/answers.fact.js';

interface Group {
  readonly id: string;
  readonly title: string;
  /** Ids of the measures in it, in the order in which they are shown. */
  readonly measures: readonly string[];
}

const groups: readonly Group[] = [
  {
    id: 'applications',
    title: 'Applications and decisions',
    measures: [
      'applications-received',
      'decisions-made',
      'decisions-in-time',
      'decision-time',
      'open-applications',
      'overdue-applications',
      'approval-rate',
      'evidence-to-decision',
      'consultation-share',
    ],
  },
  {
    id: 'putting-right',
    title: 'Getting it right, and putting it right',
    measures: [
      'right-first-time',
      'redetermination-rate',
      'redeterminations-in-time',
      'redetermination-time',
      'redetermination-outcomes',
      'redetermination-notices',
      'appeals-lodged',
      'appeal-outcomes',
    ],
  },
  { id: 'payments', title: 'Payments', measures: ['payments-on-time', 'payments-right-amount'] },
  {
    id: 'contact',
    title: 'Calls, complaints and feedback',
    measures: [
      'calls-answered',
      'call-wait',
      'complaints-received',
      'complaints-stage1-in-time',
      'complaints-stage2-in-time',
      'complaint-outcomes',
      'feedback-positive',
      'feedback-acted-on',
    ],
  },
  {
    id: 'support',
    title: 'Help that fits the person',
    measures: ['formats-supplied', 'adjustments-made', 'advocacy-started', 'home-visits-held', 'equality-coverage'],
  },
];

const surveys = { id: 'surveys', title: 'What people say in the yearly surveys' };
const others = { id: 'others', title: 'Other measures' };

/** The group that an address asks for; `null` for all of them. */
export function groupNamed(asked: unknown): string | null {
  return [...groups, surveys, others].find(({ id }) => id === asked)?.id ?? null;
}

/** Measures by group; those that belong to none come last, in the order given. Groups without any are left out. */
export function measureGroups(
  standings: readonly Standing[],
): readonly { readonly id: string; readonly title: string; readonly measures: readonly Standing[] }[] {
  const byId = new Map(standings.map((standing) => [standing.measure.id, standing]));
  const known = groups.map(({ id, title, measures }) => ({
    id,
    title,
    measures: measures.flatMap((measure) => byId.get(measure) ?? []),
  }));
  const grouped = new Set(groups.flatMap(({ measures }) => measures));
  const left = standings.filter(({ measure }) => !grouped.has(measure.id));
  const isSurvey = ({ measure }: Standing): boolean => measure.id.startsWith('survey.');
  const asked = { ...surveys, measures: left.filter(isSurvey) };
  const rest = { ...others, measures: left.filter((standing) => !isSurvey(standing)) };
  return [...known, asked, rest].filter(({ measures }) => measures.length > 0);
}
