import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { decodeFacts, type RecordedFact } from '../../../libs/events/case.codec.js';
import { partitionOf } from '../../../libs/log/partitioner.rule.js';
import { subjectOf, type Reported } from '../../../libs/measures/reported/reported-standing.measure.js';
import { ENGINE_STORE, StoreUnavailable, type EngineStore } from '../../../libs/store/engine-store.port.js';
import { FigureFollower, type Figures } from '../following/figure-follower.service.js';
import { readingOf, type ReportedReading } from './reported-reading.rule.js';

const TRIES = 25;
const BETWEEN_TRIES_MS = 20;

type Cases = ReadonlyMap<string, readonly RecordedFact[]>;

/** Cases of a partition, with everything that the log brought before `position`. */
interface HeldCases {
  readonly generation: string;
  readonly position: number;
  readonly cases: Cases;
}

interface Found {
  readonly cases: Cases;
  /** Whether they have everything that the figures have, will have it in a moment, or cannot be read now. */
  readonly extent: 'whole' | 'behind' | 'unknown';
}

/**
 * Reads what was reported off the stored cases, and keeps them as long as nothing can have changed them: until the
 * figures of their partition go beyond the position that the store named before the cases were read.
 */
@Injectable()
export class ReportedCases {
  private readonly held = new Map<number, HeldCases>();

  constructor(
    @Inject(ENGINE_STORE) private readonly store: EngineStore,
    @Inject(FigureFollower) private readonly follower: FigureFollower,
  ) {}

  /**
   * What stands of what was reported, as far as the figures held go. A segment is stored before the cases that it changed
   * (see libs/store), so that these may come a moment later: they are waited for, but not for ever. Where the store does
   * not answer, what was read before stands, and the reading says that it may not be whole.
   */
  async read(asked: readonly Reported[]): Promise<ReportedReading> {
    const subjects = [...new Set(asked.map(subjectOf))];
    for (let tries = 1; ; tries += 1) {
      const { figures } = this.follower;
      if (figures === null) return readingOf(new Map(), true);
      const found = await this.find(figures, subjects);
      if (tries === TRIES || !found.some(({ extent }) => extent === 'behind')) {
        const cases = new Map(found.flatMap((one) => [...one.cases]));
        return readingOf(
          cases,
          found.every(({ extent }) => extent === 'whole'),
        );
      }
      await pause(BETWEEN_TRIES_MS);
    }
  }

  private async find(figures: Figures, subjects: readonly string[]): Promise<readonly Found[]> {
    const byPartition = Map.groupBy(subjects, (subject) => partitionOf(subject, figures.partitions.length));
    return Promise.all(
      [...byPartition].map(async ([partition, some]) => {
        const through = figures.partitions[partition]?.last?.through ?? -1;
        const { cases, extent } = await this.findIn(figures.generation, partition, through, some);
        const counted = [...cases].map(
          ([subject, facts]) => [subject, facts.filter(({ offset }) => offset <= through)] as const,
        );
        return { cases: new Map(counted), extent };
      }),
    );
  }

  private async findIn(
    generation: string,
    partition: number,
    through: number,
    subjects: readonly string[],
  ): Promise<Found> {
    const held = this.held.get(partition);
    const isRecent = held?.generation === generation && held.position > through;
    if (isRecent && subjects.every((subject) => held.cases.has(subject))) return { cases: held.cases, extent: 'whole' };
    try {
      const position = await this.store.position(generation, partition);
      const known = isRecent && held.position === position ? held.cases : null;
      const missing = subjects.filter((subject) => known?.has(subject) !== true);
      const stored = await this.store.readCases(generation, partition, missing);
      const cases = new Map<string, readonly RecordedFact[]>([
        ...(known ?? []),
        ...missing.map((subject) => [subject, []] as const),
        ...stored.map(({ subject, facts }) => [subject, decodeFacts(facts)] as const),
      ]);
      if (position <= through) return { cases: fullerOf(held?.cases ?? new Map(), cases), extent: 'behind' };
      this.held.set(partition, { generation, position, cases });
      return { cases, extent: 'whole' };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return { cases: held?.cases ?? new Map(), extent: 'unknown' };
    }
  }
}

/** What was read later, but for subjects that it has nothing of: a generation may be deleted while it is read. */
function fullerOf(earlier: Cases, later: Cases): Cases {
  return new Map([...later, ...earlier, ...[...later].filter(([, facts]) => facts.length > 0)]);
}
