import type { Evidence } from '../query-client/answers.fact.js';

const surveys: Readonly<Record<string, string>> = {
  client: 'people who claim',
  staff: 'the agency’s staff',
  partner: 'partner organisations',
};

/** What stands for a framework measure, in words. */
export function evidenceWords({ kind, survey }: Evidence): string {
  switch (kind) {
    case 'computed':
      return 'Counted from events';
    case 'survey':
      return `A yearly survey of ${surveys[survey ?? ''] ?? 'those concerned'}`;
    case 'reported':
      return `A figure reported once a year`;
    case 'narrative':
      return `An account in words, once a year; it is never scored`;
  }
}

/** What there is instead, where nothing has been reported. */
export function gapWords({ kind }: Evidence): string {
  switch (kind) {
    case 'computed':
      return 'There is no figure for this yet.';
    case 'survey':
      return 'No answers to this question have come in yet.';
    case 'reported':
      return 'Nothing has been reported yet.';
    case 'narrative':
      return 'Nothing has been written yet.';
  }
}
