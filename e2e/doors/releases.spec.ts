import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lateClaim, toldRelease } from './released.testkit.js';
import { newDataFolder, runCharter, startSystem } from './running-system.testkit.js';
import { sampleFile } from './sample.testkit.js';
import { spoiltCopy } from './spoilt-copy.testkit.js';

const folder = newDataFolder();

beforeAll(async () => {
  await runCharter(folder.path, ['ingest', sampleFile]);
}, 60_000);
afterAll(folder.remove);

describe('a release', () => {
  it('stays what it was when facts are put right, and the next one says what changed', async () => {
    expect(await runCharter(folder.path, ['release', '2025-26', '--state', 'final'])).toMatchObject({ code: 0 });
    const system = await startSystem(folder.path);
    const before = await toldRelease(system.url, '2025-26.1');
    await system.stop();
    const file = join(folder.path, 'late.jsonl');
    writeFileSync(file, `${JSON.stringify(lateClaim)}\n`);
    expect(await runCharter(folder.path, ['ingest', file])).toMatchObject({ code: 0 });
    const second = await runCharter(folder.path, ['release', '2025-26', '--state', 'final']);
    expect(second).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Release 2025-26\.2, final/) as unknown });
    const again = await startSystem(folder.path);
    expect(await toldRelease(again.url, '2025-26.1')).toEqual(before);
    const differences = await fetch(`${again.url}/v1/releases/2025-26.2/differences`, {
      headers: { Authorization: 'Bearer demo-compiler' },
    });
    const { changes, summary } = (await differences.json()) as { changes: readonly object[]; summary: string };
    expect(changes.length).toBeGreaterThan(0);
    expect(summary).toContain('2025-26.1');
    await again.stop();
  }, 120_000);

  it('is recounted from the log as far as it goes, the superseded one too', async () => {
    for (const id of ['2025-26.1', '2025-26.2']) {
      const { code, stdout } = await runCharter(folder.path, ['verify', id]);
      expect({ id, code, stdout }).toMatchObject({
        id,
        code: 0,
        stdout: expect.stringMatching(/^Sound: /m) as unknown,
      });
    }
    expect(await runCharter(folder.path, ['verify', '2025-26.9'])).toMatchObject({ code: 2 });
  }, 120_000);

  it('is recounted with the smallest count that was shown when it was made, whatever is set now', async () => {
    const { code, stdout } = await runCharter(folder.path, ['verify', '2025-26.1'], '', { CHARTER_SMALL: '10' });
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Sound: /m) as unknown });
  }, 120_000);

  it.each([
    [
      'a flipped byte',
      "UPDATE release_file SET bytes = CAST('#' || substr(bytes, 2) AS BLOB) WHERE name LIKE '%exact.csv'",
    ],
    ['another figure', "UPDATE release SET document = json_set(document, '$.exact.rows[0].value', 12345)"],
  ])(
    'shows %s',
    async (_, sql) => {
      const copy = spoiltCopy(folder.path, sql);
      const { code, stdout } = await runCharter(copy.path, ['verify', '2025-26.1']);
      copy.remove();
      expect({ code, stdout }).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('is not what was frozen') as unknown,
      });
    },
    120_000,
  );
});
