import { afterAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, everySampleFigureIsEqual } from './figures.testkit.js';
import { newDataFolder, runCharter, startSystem } from './running-system.testkit.js';
import { refusedLineNumbers, sampleFile, sampleLines, shuffled } from './sample.testkit.js';

const taken = sampleLines().length - refusedLineNumbers().length;

describe.each(['in order', 'shuffled'])('the sample taken in by file, %s', (order) => {
  const folder = newDataFolder();
  const file = order === 'in order' ? sampleFile : join(folder.path, 'shuffled.ndjson');
  const lines = order === 'in order' ? sampleLines() : shuffled(sampleLines(), 7);

  afterAll(folder.remove);

  it('is refused line by line where it must be, twice over, and nowhere else', async () => {
    if (order === 'shuffled') writeFileSync(file, `${lines.join('\n')}\n`);
    const mustBeRefused = refusedLineNumbers()
      .map((number) => lines.indexOf(sampleLines()[number - 1] ?? '') + 1)
      .sort((a, b) => a - b);
    for (let round = 0; round < 2; round += 1) {
      const { code, stdout, stderr } = await runCharter(folder.path, ['ingest', file]);
      const refused = [...stderr.matchAll(/^line (\d+): /gm)].map(([, number]) => Number(number));
      expect(refused).toEqual(mustBeRefused);
      expect(stdout).toContain(`${taken.toLocaleString('en-GB')} accepted, ${String(mustBeRefused.length)} refused`);
      expect(code).toBe(1);
    }
  }, 60_000);

  it('gives every figure that the independent program counted, and adds up', async () => {
    const system = await startSystem(folder.path);
    try {
      expect(await everySampleFigureIsEqual(system.url)).toBe(131);
      const { events } = (await (await ask(system.url, '/v1/status')).json()) as {
        readonly events: Readonly<Record<string, number>>;
      };
      expect(events).toMatchObject({ accepted: 2 * taken, inFlight: 0 });
      expect(events['accepted']).toBe(
        (events['applied'] ?? 0) + (events['duplicates'] ?? 0) + (events['quarantined'] ?? 0),
      );
    } finally {
      expect(await system.stop()).toBe(0);
    }
  }, 60_000);
});
