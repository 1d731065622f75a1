import type { LogRecord, PartitionHandler } from './event-log.port.js';

/** Notes what it is told, in order; a test puts its own behaviour over single calls. */
export class RecordingHandler implements PartitionHandler {
  readonly calls: string[] = [];
  readonly #values = new Map<number, (string | null)[]>();

  /** `patience`: how long `saw` waits at most, in milliseconds. */
  constructor(
    private readonly over: Partial<PartitionHandler> = {},
    private readonly patience = 4_000,
  ) {}

  async assigned(partition: number): Promise<number> {
    this.calls.push(`assigned ${partition}`);
    return (await this.over.assigned?.(partition)) ?? 0;
  }
  async records(partition: number, records: readonly LogRecord[]): Promise<void> {
    const values = records.map(({ value }) => value);
    this.calls.push(`records ${partition}: ${values.join(' ')}`);
    this.#values.set(partition, [...(this.#values.get(partition) ?? []), ...values]);
    await this.over.records?.(partition, records);
  }
  async caughtUp(partition: number): Promise<void> {
    this.calls.push(`caught up ${partition}`);
    await this.over.caughtUp?.(partition);
  }
  async revoked(partition: number): Promise<void> {
    this.calls.push(`revoked ${partition}`);
    await this.over.revoked?.(partition);
  }

  /** Every value it was handed of a partition, over all assignments. */
  valuesOf(partition: number): readonly (string | null)[] {
    return this.#values.get(partition) ?? [];
  }

  /** What it was told of a partition; values left out, several batches or tellings of one standstill in a row as one. */
  storyOf(partition: number): readonly string[] {
    const words = this.calls.flatMap((call) => {
      const [, word, of] = /^(.+?) (\d+)/.exec(call) ?? [];
      return Number(of) === partition && word !== undefined ? [word] : [];
    });
    return words.filter((word, index) => !(word === 'records' || word === 'caught up') || words[index - 1] !== word);
  }

  /** Waits until a call has been made a number of times. */
  saw(call: string, times = 1): Promise<void> {
    return this.until(() => this.calls.filter((one) => one === call).length >= times, `“${call}”`);
  }

  /** Waits until something is so. */
  async until(isSo: () => boolean, what: string): Promise<void> {
    const end = performance.now() + this.patience;
    while (!isSo()) {
      if (performance.now() > end) throw new Error(`never saw ${what}, only ${this.calls.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}
