import type { LogRecord, PartitionHandler } from '../../libs/log/event-log.port.js';
import { StaleWriter } from '../../libs/store/engine-store.port.js';
import { GenerationLeft } from '../../services/indicators/engine.service.js';

/** One time that a partition was given to a process. */
interface Share {
  readonly partition: number;
  /** Turns that the process still makes before it notices that the partition is no longer its own; `null`: it is. */
  turnsLeft: number | null;
  /** The process has let go of it in the middle of whatever it was doing. */
  dropped: boolean;
  /** The handler is being asked where to begin. */
  opening: boolean;
  ended: Promise<void>;
}

export interface Reading {
  readonly handler: PartitionHandler;
  /** The next records; waits for some where `waits`, unless `interrupted` comes true. */
  readonly read: (
    partition: number,
    from: number,
    waits: boolean,
    interrupted: () => boolean,
  ) => Promise<readonly LogRecord[]>;
  /** Told that somebody else has moved a partition on. */
  readonly refused: () => void;
  /** Told of the error that ends the process. */
  readonly failed: (error: unknown) => void;
}

/** Reads for one process, partition by partition, as a group gives and takes them. */
export class SimulatedConsumer {
  readonly #shares = new Map<number, Share>();

  constructor(private readonly reading: Reading) {}

  /** The partition is the process's own; it begins once it has let go of an earlier share of the same. */
  give(partition: number): void {
    const earlier = this.#shares.get(partition)?.ended ?? Promise.resolve();
    const share: Share = { partition, turnsLeft: null, dropped: false, opening: true, ended: earlier };
    share.ended = earlier
      .then(() => this.#follow(share))
      .catch((error: unknown) => {
        this.reading.failed(error);
      });
    this.#shares.set(partition, share);
  }

  /** The partition is somebody else's; the process notices after so many turns, and lets go of it then. */
  take(partition: number, turns: number): void {
    const share = this.#shares.get(partition);
    if (share !== undefined) share.turnsLeft ??= turns;
  }

  /**
   * Takes a partition away and gives it back at once. Where that may happen `inHand`, the process lets go of it though a
   * call is in hand, and begins anew beside that call.
   */
  bounce(partition: number, inHand: boolean): void {
    const share = this.#shares.get(partition);
    if (share === undefined || share.turnsLeft !== null) return;
    if (!inHand || share.opening) {
      share.turnsLeft = 0;
      this.give(partition);
      return;
    }
    share.dropped = true;
    this.#shares.delete(partition);
    this.reading.handler.revoked(partition).then(() => this.give(partition), this.reading.failed);
  }

  async #follow(share: Share): Promise<void> {
    const { handler } = this.reading;
    const { partition } = share;
    while (share.turnsLeft === null) {
      share.opening = true;
      const position = await handler.assigned(partition);
      share.opening = false;
      if (isDropped(share)) return;
      try {
        await this.#readFrom(share, position);
      } catch (error) {
        if (error instanceof StaleWriter) this.reading.refused();
        else if (!(error instanceof GenerationLeft)) throw error;
      }
      if (isDropped(share)) return;
      await handler.revoked(partition);
    }
    if (this.#shares.get(partition) === share) this.#shares.delete(partition);
  }

  /** Reads until the share has been lost. */
  async #readFrom(share: Share, position: number): Promise<void> {
    const { handler, read } = this.reading;
    const { partition } = share;
    const lost = (): boolean => share.dropped || share.turnsLeft !== null;
    let next = position;
    let standing = false;
    for (;;) {
      if (share.turnsLeft !== null) {
        if (share.turnsLeft === 0) return;
        share.turnsLeft -= 1;
      }
      const records = await read(partition, next, standing, lost);
      if (isDropped(share)) return;
      if (records.length > 0) {
        standing = false;
        next += records.length;
        await handler.records(partition, records);
      } else if (!standing) {
        standing = true;
        await handler.caughtUp(partition);
      }
      if (isDropped(share)) return;
    }
  }
}

/** Asked anew after every call, for it may have come true meanwhile. */
function isDropped({ dropped }: Share): boolean {
  return dropped;
}
