import { writes, type WaitingCall } from './gate.simulation.js';
import type { Group } from './group.simulation.js';
import { clockStart } from './plan.simulation.js';
import type { Reader } from './reader.simulation.js';
import { Rebuilder } from './rebuilder.simulation.js';
import type { World } from './world.simulation.js';

const day = 86_400_000;

/** What a fault is done to: the calls that could be let through now. */
type Strike = (calls: readonly WaitingCall[]) => Promise<string | null> | string | null;

/** Everything that goes wrong in a simulation. Each answers what it has done, `null` where there was nothing to do it to. */
export class Faults {
  /** Steps for which a place stays unreachable. */
  readonly #unreachable = { log: 0, store: 0, nowhere: 0 };
  #copies: readonly number[] = [];
  #rebuilder: Rebuilder | null = null;
  #rebuilds = 0;

  constructor(
    private readonly world: World,
    private readonly group: Group,
    private readonly readers: Reader[],
    private readonly startReader: () => void,
  ) {}

  async strike(calls: readonly WaitingCall[]): Promise<string | null> {
    return await this.world.chance.oneOf(this.#strikes)(calls);
  }

  isUnreachable({ place }: WaitingCall): boolean {
    return this.#unreachable[place] > 0;
  }

  passStep(): void {
    this.#unreachable.log -= 1;
    this.#unreachable.store -= 1;
  }

  endAll(): void {
    this.#unreachable.log = 0;
    this.#unreachable.store = 0;
  }

  /** The process that makes the call ends before it has had an effect. */
  readonly #crashBefore: Strike = (calls) => {
    const call = this.#callOf(calls);
    if (call === null) return null;
    this.world.gate.end(call.process);
    return `${call.process.name} ends before ${call.what}`;
  };

  /** The process ends after it has had its effect and before it is answered. */
  readonly #crashAfter: Strike = async (calls) => {
    const call = this.#callOf(calls);
    if (call === null) return null;
    await call.takeEffect();
    this.world.gate.end(call.process);
    return `${call.process.name} ends after ${call.what}`;
  };

  /** The connection is cut after the effect and before the answer. */
  readonly #cut: Strike = async (calls) => {
    const call = this.#callOf(calls);
    if (call === null || call.place === 'nowhere') return null;
    await call.takeEffect();
    call.refuse();
    return `${call.process.name} is cut off after ${call.what}`;
  };

  readonly #pause: Strike = (calls) => {
    const call = this.#callOf(calls);
    const worker = this.group.awake.find(({ process }) => process === call?.process);
    if (worker === undefined || call === null) return null;
    this.group.pause(worker, () => this.world.chance.between(0, 8));
    return `${call.process.name} is paused before ${call.what}`;
  };

  readonly #wake: Strike = () => {
    if (this.group.paused.length === 0) return null;
    const worker = this.world.chance.oneOf(this.group.paused);
    this.group.wake(worker);
    return `${worker.process.name} wakes`;
  };

  readonly #take: Strike = () => {
    if (this.group.shared.length === 0) return null;
    const partition = this.world.chance.oneOf(this.group.shared);
    this.group.take(partition, this.world.chance.between(0, 8));
    return `partition ${partition} is taken away`;
  };

  readonly #bounce: Strike = () => {
    if (this.group.shared.length === 0) return null;
    const partition = this.world.chance.oneOf(this.group.shared);
    const inHand = this.world.plan.dropsInHand && this.world.chance.happens(0.5);
    this.group.bounce(partition, inHand);
    return `partition ${partition} goes and comes back${inHand ? ' with a call in hand' : ''}`;
  };

  readonly #outage: Strike = () => {
    const place = this.world.chance.oneOf(['log', 'store', 'store'] as const);
    this.#unreachable[place] = this.world.chance.between(1, 12);
    return `the ${place} goes away`;
  };

  readonly #copy: Strike = () => {
    this.#copies = [...this.#copies, this.world.store.copy()];
    return 'the store is copied';
  };

  /**
   * Those that write have been stopped; or, where the plan says so, only those are cut off that wait for the store or
   * whose generation it no longer has, and the others go on with the one that comes back. Those that read always do; a
   * rebuild never does.
   */
  readonly #restore: Strike = async () => {
    const { chance, gate, plan, store } = this.world;
    if (this.#copies.length === 0) return null;
    const copy = chance.oneOf(this.#copies);
    this.#copies = this.#copies.filter((other) => other <= copy);
    await store.bringBack(copy);
    if (this.#rebuilder !== null) gate.end(this.#rebuilder.process);
    const known = new Set((await store.reading.generations()).map(({ fingerprint }) => fingerprint));
    const cutOff = gate.waitingFor('store');
    for (const { process, version } of this.group.workers) {
      const goesOn = plan.restoresLive && !cutOff.has(process) && known.has(version.fingerprint);
      if (!goesOn) gate.end(process);
    }
    return `the store is brought back from a copy${plan.restoresLive ? ' under those who use it' : ''}`;
  };

  readonly #turnClock: Strike = () => {
    const { clock, chance } = this.world;
    // Not so far that what has happened would lie in the future.
    clock.now = Math.max(clockStart - day, clock.now + chance.oneOf([-day, day]));
    return 'the clock is turned by a day';
  };

  readonly #deploy: Strike = () => {
    this.group.deploy();
    return 'processes start with another version from now on';
  };

  /** Somebody counts everything anew, while the others go on; the one before is killed. */
  readonly #rebuild: Strike = () => {
    if (this.#rebuilder !== null) this.world.gate.end(this.#rebuilder.process);
    this.#rebuilds += 1;
    this.#rebuilder = new Rebuilder(this.world, `rebuild ${this.#rebuilds}`, this.group.version);
    return `${this.#rebuilder.process.name} begins`;
  };

  readonly #replaceReader: Strike = () => {
    this.readers.shift()?.end();
    this.startReader();
    return 'a reader is replaced';
  };

  /** The commoner ones more than once. */
  readonly #strikes: readonly Strike[] = [
    ...[this.#crashBefore, this.#crashBefore, this.#crashAfter, this.#crashAfter, this.#crashAfter],
    ...[this.#pause, this.#pause, this.#pause, this.#pause, this.#wake, this.#wake, this.#wake, this.#wake],
    ...[this.#take, this.#take, this.#take, this.#take, this.#bounce, this.#bounce],
    ...[this.#cut, this.#outage, this.#copy, this.#copy, this.#restore],
    ...[this.#turnClock, this.#deploy, this.#replaceReader, this.#rebuild],
  ];

  /** A call of a process that computes figures, more often than not one that writes. */
  #callOf(calls: readonly WaitingCall[]): WaitingCall | null {
    const workers = new Set(this.group.awake.map(({ process }) => process));
    const theirs = calls.filter(({ process }) => workers.has(process));
    const writing = theirs.filter(writes);
    if (theirs.length === 0) return null;
    return this.world.chance.oneOf(writing.length > 0 && this.world.chance.happens(0.8) ? writing : theirs);
  }
}
