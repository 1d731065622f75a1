import { describe, expect, it } from '@jest/globals';
import { newDataFolder, startProgram, startSystem, type RunningSystem } from '../doors/running-system.testkit.js';
import { expectCountedOnce, tell } from './counted-once.testkit.js';
import { linesOf } from './load.testkit.js';
import { post, Sender } from './sender.testkit.js';

/** The largest file that the process may write: a full disk, as far as its database can tell. */
const blocks = 2_000;

describe('a disk that is full (fault 16), embedded', () => {
  it('is answered with 503, and nothing that was acknowledged is lost', async () => {
    const folder = newDataFolder();
    const lines = linesOf({ scale: 0.02, to: '2025-07-31', seed: 16, faults: false });
    const sender = new Sender(() => system.url);
    let system: RunningSystem = await startOnFullDisk(folder.path);
    try {
      const status = await sendUntilRefused(system, sender, lines);
      expect(status).toBe(503);
      await system.kill();
      system = await startSystem(folder.path);
      const events = await expectCountedOnce(system.url, { accepted: sender.accepted });
      expect(events.accepted).toBe(sender.accepted.length);
      tell(`disk full after ${sender.accepted.length} acknowledged`, events);
    } finally {
      await system.kill();
      folder.remove();
    }
  }, 120_000);
});

/** The status of the first answer that is no 202. */
async function sendUntilRefused({ url }: RunningSystem, sender: Sender, lines: readonly string[]): Promise<number> {
  for (let from = 0; from < lines.length; from += 500) {
    const batch = lines.slice(from, from + 500);
    const { status } = await post(url, `[${batch.join(',')}]`, 'application/cloudevents-batch+json');
    if (status !== 202) return status;
    sender.accepted.push(...batch);
  }
  return 202;
}

function startOnFullDisk(dataFolder: string): Promise<RunningSystem> {
  const limited = `ulimit -f ${blocks}; exec "$0" "$@"`;
  return startProgram(
    'dist/services/standalone/main.js',
    { CHARTER_DATA: dataFolder, CHARTER_DEMO: 'off' },
    [],
    ['sh', '-c', limited],
  );
}
