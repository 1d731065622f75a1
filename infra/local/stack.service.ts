import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBroker } from './broker.service.js';
import { stackFolder } from './jars.store.js';
import { answersYes } from './loopback.service.js';
import { processOn, type LiveProcess } from './process.store.js';
import { ping, whichBrokers } from './question.codec.js';
import { endProcessOn } from './server.service.js';
import { startStore } from './store-server.service.js';

/** The loopback ports to start on; 0 takes a free one. */
export interface StackPorts {
  readonly broker: number;
  readonly store: number;
}

/** One of the two servers of the checkout's stack. `running` is `null` where it is down. */
export interface Standing {
  readonly name: 'broker' | 'store';
  readonly running: LiveProcess | null;
  readonly answers: boolean;
}

const questions = { broker: whichBrokers, store: ping } as const;
const names = ['broker', 'store'] as const;

/** Starts whichever of the two is down, both at once; answers when both answer. @throws StackFailed of the first that fails */
export async function bringUp(checkout: string, ports: StackPorts): Promise<void> {
  const results = await Promise.allSettled([
    startBroker({ dataFolder: folderOf(checkout, 'broker'), port: ports.broker }, checkout),
    startStore({ dataFolder: folderOf(checkout, 'store'), port: ports.store }, checkout),
  ]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Ends what `bringUp` started and nothing else; `wipe` deletes what they kept. */
export async function takeDown(checkout: string, wipe: boolean): Promise<void> {
  const folders = names.map((name) => folderOf(checkout, name));
  await Promise.all(folders.map((folder) => endProcessOn(folder, 'SIGTERM')));
  if (wipe) for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

export function standingOf(checkout: string): Promise<readonly Standing[]> {
  return Promise.all(
    names.map(async (name) => {
      const running = processOn(folderOf(checkout, name));
      return { name, running, answers: running !== null && (await answersYes(running.port, questions[name])) };
    }),
  );
}

function folderOf(checkout: string, name: Standing['name']): string {
  return join(checkout, stackFolder, name);
}
