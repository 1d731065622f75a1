import type { Objective } from '../query-client/answers.fact.js';

/** Who says what is aimed at. */
export const objectiveWords: Readonly<Record<Objective['role'], string>> = {
  statutory: 'laid down by law',
  agency: 'set by the agency',
  assumption: 'a value for demonstration only',
};
