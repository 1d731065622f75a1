import type { SegmentHeader } from '../../../libs/store/engine-store.port.js';

/** Watches figures becoming visible, without a part in it. */
export interface FiguresWatch {
  /** These checkpoints of partitions, which go on where the figures held ended, are visible from now on. */
  readonly tookIn: (segments: readonly SegmentHeader[]) => void;
  /** `tell` tells those who follow the figures of what has been taken in. Must call it, once. */
  readonly telling: (tell: () => void) => Promise<void>;
}

/** Injection token of the `FiguresWatch`. */
export const FIGURES_WATCH = Symbol('FiguresWatch');

/** Watches nothing. */
export const unwatched: FiguresWatch = {
  tookIn: () => undefined,
  telling: (tell) => {
    tell();
    return Promise.resolve();
  },
};
