import type { Measure } from '../measures/measure.measure.js';
import type { Observation, Status } from '../measures/figures/observe.measure.js';
import type { ReleaseHead } from './release.fact.js';

/** What kind of figure a reader has before them. */
export interface Classification {
  readonly kind: Measure['classification'];
  readonly published: 'live' | 'released';
  readonly certainty: 'provisional' | 'final';
  readonly synthetic: boolean;
}

/** A figure, and where it stands: `release` is `null` for a live one. */
export interface Classified {
  readonly status: readonly Status[];
  /** What its definition says it is while it is live. */
  readonly whileLive: Measure['classification'];
  readonly release: Pick<ReleaseHead, 'state'> | null;
  readonly synthetic: boolean;
}

/**
 * The classification of any figure. A released one is an official statistic, a live one what its definition says. It is
 * provisional where it is marked `p` or its release is; a live figure without the mark is final as to its period, and
 * `live` says that it may still be put right.
 */
export function classificationOf({ status, whileLive, release, synthetic }: Classified): Classification {
  const provisional = status.includes('p') || release?.state === 'provisional';
  return {
    kind: release === null ? whileLive : 'official statistic',
    published: release === null ? 'live' : 'released',
    certainty: provisional ? 'provisional' : 'final',
    synthetic,
  };
}

/** The classification of live figures together: what is provisional in any of them is so as a whole. Every case is made up. */
export function classificationOfLive(
  figures: readonly Pick<Observation, 'status'>[],
  whileLive: Measure['classification'] = 'management information',
): Classification {
  const status = figures.flatMap((figure) => figure.status);
  return classificationOf({ status, whileLive, release: null, synthetic: true });
}

/** The classification of a whole release: of every figure in it that no mark says more of. */
export function classificationOfRelease(release: Pick<ReleaseHead, 'state' | 'synthetic'>): Classification {
  return classificationOf({ status: [], whileLive: 'management information', release, synthetic: release.synthetic });
}

/** A classification in words: `Official statistic, released, provisional, synthetic data`. */
export function classificationInWords({ kind, published, certainty, synthetic }: Classification): string {
  const words = [kind, published, certainty, ...(synthetic ? ['synthetic data'] : [])].join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
