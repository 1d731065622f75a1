import { describe, expect, it } from '@jest/globals';
import { saveInOrder } from './checkpoint-order.rule.js';
import type { CheckpointSteps } from './engine-store.port.js';
import { aCheckpoint } from './checkpoint.testkit.js';

/** Notes when each step begins and ends; fails in the one named. */
function recording(failing?: string): { readonly steps: CheckpointSteps; readonly trace: readonly string[] } {
  const trace: string[] = [];
  const step = (name: string) => async (): Promise<void> => {
    trace.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    if (name === failing) throw new Error(name);
    trace.push(`${name} ends`);
  };
  const steps = {
    insertQuarantine: step('quarantine'),
    insertSegment: step('segment'),
    replaceCases: step('cases'),
    advancePosition: step('position'),
  };
  return { steps, trace };
}

const whole = ['quarantine', 'segment', 'cases', 'position'];
const beganAndEnded = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [`${name} begins`, `${name} ends`]);

describe('the order of a checkpoint', () => {
  it('is quarantine, segment, cases, position, each ended before the next begins', async () => {
    const { steps, trace } = recording();
    await saveInOrder(steps, aCheckpoint());
    expect(trace).toEqual(beganAndEnded(whole));
  });

  it('leaves the segment out where there is none', async () => {
    const { steps, trace } = recording();
    await saveInOrder(steps, aCheckpoint({ segment: null }));
    expect(trace).toEqual(beganAndEnded(['quarantine', 'cases', 'position']));
  });

  it.each(whole)('goes no further when the %s step fails', async (name) => {
    const { steps, trace } = recording(name);
    await expect(saveInOrder(steps, aCheckpoint())).rejects.toThrow(name);
    expect(trace).toEqual([...beganAndEnded(whole.slice(0, whole.indexOf(name))), `${name} begins`]);
  });
});
