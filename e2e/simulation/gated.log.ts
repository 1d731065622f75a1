import type { Bounds, EventLog, LogRecord } from '../../libs/log/event-log.port.js';
import type { Gate, Process } from './gate.simulation.js';
import type { PlantedLog } from './planted-log.simulation.js';

/** The log as one process sees it: each call waits at the gate. */
export class GatedLog implements EventLog {
  constructor(
    protected readonly log: PlantedLog,
    private readonly gate: Gate,
    private readonly process: Process,
  ) {}

  partitionCount(): Promise<number> {
    return this.#pass('partitionCount', () => this.log.partitionCount());
  }

  append(): Promise<void> {
    return Promise.reject(new Error('the engine appends nothing'));
  }

  bounds(partition: number): Promise<Bounds> {
    return this.#pass(`bounds ${partition}`, () => this.log.bounds(partition));
  }

  read(partition: number, from: number, limit: number, open?: () => boolean): Promise<readonly LogRecord[]> {
    return this.#pass(`read ${partition}:${from} +${limit}`, () => this.log.read(partition, from, limit), open);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #pass<T>(what: string, call: () => Promise<T>, open?: () => boolean): Promise<T> {
    return this.gate.pass(this.process, 'log', what, call, open);
  }
}
