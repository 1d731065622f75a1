import type { ReleasedRow } from '../query-client/releases.fact.js';
import type { FrameworkMeasure, MeasuresAnswer } from './fileable.rule.js';

/** `GET /v1/measures`, with the titles of what is counted. */
export interface NamedMeasures extends MeasuresAnswer {
  readonly measures: readonly { readonly id: string; readonly title: string }[];
}

/** What the rows of the framework are called. */
export interface MeasureNames {
  readonly sectionOf: (framework: string) => string;
  readonly evidenceOf: (row: Pick<ReleasedRow, 'evidence'>) => string;
  readonly frameworkOf: (id: string) => FrameworkMeasure | null;
}

const kinds: Readonly<Record<ReleasedRow['evidence']['kind'], string>> = {
  computed: 'Counted',
  survey: 'A yearly survey',
  reported: 'A reported figure',
  narrative: 'An account in words',
  gap: 'Nothing: a gap',
};

export function measureNames({ measures, framework }: NamedMeasures): MeasureNames {
  const titles = new Map(measures.map(({ id, title }) => [id, title]));
  const known = new Map(framework.map((measure) => [measure.id, measure]));
  return {
    sectionOf: (id) => known.get(id)?.section ?? 'Other measures',
    evidenceOf: ({ evidence: { kind, measure, relation } }) => {
      const title = kind === 'computed' && measure !== null ? titles.get(measure) : undefined;
      return `${title ?? kinds[kind]}${relation === 'proxy' ? ' (related only)' : ''}`;
    },
    frameworkOf: (id) => known.get(id) ?? null,
  };
}
