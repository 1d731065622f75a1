import type { Refusal } from './refusal.fact.js';

/** Why an event that is valid by itself is not taken into its case. */
export const FOLD_REFUSALS: Readonly<Record<'conflict' | 'case-full' | 'fold-failed', Refusal>> = {
  conflict: {
    code: 'conflict',
    path: '/id',
    detail: 'The case holds a fact with the same source and id and other content. The first on the log stands.',
  },
  'case-full': {
    code: 'case-full',
    path: '/subject',
    detail: 'The case holds as many facts as a case may hold: 5,000 facts or 1 MiB.',
  },
  'fold-failed': {
    code: 'fold-failed',
    path: '',
    detail: 'Counting this event failed. It is kept here until the fault has been mended.',
  },
};
