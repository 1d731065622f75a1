/** Read in the published source, or worked out and to be shown as such. */
export type Confidence = 'confirmed' | 'inferred';

/** One promise of one edition. Ids like `i3.g` are placeholders for what was inferred. */
export interface Commitment {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly responsible: 'both' | 'agency' | 'government';
  readonly confidence: Confidence;
  readonly source: string;
  /** Ids of the commitments of the edition before that this one carries on. */
  readonly continues?: readonly string[];
}

export interface Edition {
  readonly id: string;
  /** First and last day in force; `to` is `null` for the edition in force now. */
  readonly from: string;
  readonly to: string | null;
  /** Whether the list of commitments is known to be whole. */
  readonly complete: boolean;
  readonly note?: string;
  readonly commitments: readonly Commitment[];
}

/** A principle of the Act, or a theme of the charter's design, and the 2019 commitments that stand under it. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly commitments2019: readonly string[];
  readonly source: string;
}

/** A proxy is related and shown as such, never counted as the evidence itself; it says why it is only that. */
export type Relation = 'direct' | 'proxy';

interface Related {
  readonly relation: Relation;
  readonly why?: string;
}

/** What stands for a framework measure (contract: measures, "Every framework measure has a place"). */
export type Evidence =
  | (Related & { readonly kind: 'computed'; readonly measure: string })
  | (Related & { readonly kind: 'survey'; readonly survey: 'client' | 'staff' | 'partner'; readonly question: string })
  | (Related & { readonly kind: 'reported' })
  | (Related & { readonly kind: 'narrative' });

/** A figure that was published elsewhere, as printed there. */
export interface PublishedFigure {
  readonly year: string;
  readonly value: number | string;
  readonly unit: string;
}

export interface FrameworkMeasure {
  readonly id: string;
  readonly number: number;
  readonly section: string;
  readonly title: string;
  readonly dataSource: string;
  readonly commitments: readonly { readonly edition: string; readonly id: string }[];
  readonly evidencedBy: readonly Evidence[];
  readonly confidence: Confidence;
  readonly source: string;
  readonly published?: readonly PublishedFigure[];
}

export interface RedressStep {
  readonly step: number;
  readonly title: string;
  readonly answerWithin: string | null;
}

export interface Charter {
  readonly about: string;
  readonly sections: readonly string[];
  readonly principles: readonly Heading[];
  readonly themes: readonly Heading[];
  readonly redress: readonly RedressStep[];
  /** In the order in which they came into force. */
  readonly editions: readonly Edition[];
  readonly measures: readonly FrameworkMeasure[];
}
