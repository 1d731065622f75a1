import type { ReleasedRow, ListedRelease } from '../query-client/releases.fact.js';
import type { MeasureTold } from './measure-told.story.js';

/** What a reader is told of the figures: as they stand today, or as they were last published. */
export interface FiguresTold {
  readonly measures: readonly MeasureTold[];
  /** What they were published in, with what was reported or told in words; `null`: they are of today. */
  readonly published: { readonly release: ListedRelease; readonly rows: readonly ReleasedRow[] } | null;
}
