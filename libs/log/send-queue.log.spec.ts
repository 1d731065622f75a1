import { describe, expect, it } from '@jest/globals';
import { SendQueue } from './send-queue.log.js';

/** A way out that opens when the test says so. */
class Gate {
  readonly sent: (readonly number[])[] = [];
  #open: PromiseWithResolvers<void> = Promise.withResolvers();

  readonly queue = new SendQueue<number>(async (items) => {
    this.sent.push(items);
    await this.#open.promise;
  }, 4);

  settle(failure?: Error): void {
    const { resolve, reject } = this.#open;
    this.#open = Promise.withResolvers();
    if (failure === undefined) resolve();
    else reject(failure);
  }
}

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a queue of what is to be sent', () => {
  it('sends one group after the other, and together what has come meanwhile', async () => {
    const gate = new Gate();
    const added = [[1], [2], [3]].map((items) => gate.queue.add(items));
    await turns();
    expect(gate.sent).toEqual([[1]]);
    gate.settle();
    await turns();
    expect(gate.sent).toEqual([[1], [2, 3]]);
    gate.settle();
    await Promise.all(added);
  });

  it('resolves nothing before it has been sent', async () => {
    const gate = new Gate();
    let durable = false;
    const added = gate.queue.add([1]).then(() => durable);
    await turns();
    durable = true;
    gate.settle();
    expect(await added).toBe(true);
  });

  it('keeps groups bounded and additions whole', async () => {
    const gate = new Gate();
    const added = [[0], [1, 2, 3], [4], [5], [6, 7, 8, 9, 10]].map((items) => gate.queue.add(items));
    for (let group = 0; group < 4; group += 1) {
      await turns();
      gate.settle();
    }
    await Promise.all(added);
    expect(gate.sent).toEqual([[0], [1, 2, 3, 4], [5], [6, 7, 8, 9, 10]]);
  });

  it('refuses with a group what waits behind it, and tries anew what comes later', async () => {
    const gate = new Gate();
    const outcomes = Promise.allSettled([gate.queue.add([1]), gate.queue.add([2])]);
    await turns();
    gate.settle(new Error('gone'));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const later = gate.queue.add([3]);
    await turns();
    gate.settle();
    await later;
    await gate.queue.settled();
    expect(gate.sent).toEqual([[1], [3]]);
  });
});
