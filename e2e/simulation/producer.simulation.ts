import { Process } from './gate.simulation.js';
import type { Message } from './message.simulation.js';
import type { World } from './world.simulation.js';

const hour = 3_600_000;

/** Sends everything, batch by batch. What was not acknowledged is sent again, and some things for no reason. */
export class Producer {
  readonly process = new Process('producer');
  /** Everything is on the log. */
  done = false;

  constructor(private readonly world: World) {
    void this.#send();
  }

  /** Appends again what each partition begins with. */
  async appendToEach(): Promise<void> {
    const { ledger, log } = this.world;
    for (let partition = 0; partition < ledger.partitionCount; partition += 1) {
      const [first] = ledger.entries(partition);
      if (first !== undefined) await log.append([first.message]);
    }
  }

  async #send(): Promise<void> {
    const { plan, chance } = this.world;
    const sent: (readonly Message[])[] = [];
    for (const batch of plan.batches) {
      await this.#sendUntilAcknowledged(batch);
      sent.push(batch);
      if (chance.happens(0.05)) await this.#sendUntilAcknowledged(chance.oneOf(sent));
    }
    this.done = true;
  }

  async #sendUntilAcknowledged(batch: readonly Message[]): Promise<void> {
    const { gate, log, chance, clock } = this.world;
    for (let acknowledged = false; !acknowledged;) {
      const append = (): Promise<void> => {
        clock.now += Math.floor(chance.next() * chance.oneOf([1, 6]) * hour);
        return log.append(batch);
      };
      acknowledged = await gate.pass(this.process, 'log', `appends ${batch.length}`, append).then(
        () => true,
        () => false,
      );
    }
  }
}
