import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDataFolder, runCharter, startSystem, type RunningSystem } from './running-system.testkit.js';
import { sampleFile } from './sample.testkit.js';

const folder = newDataFolder();
const script = join(import.meta.dirname, '../../docs/pull-year.mjs');
let system: RunningSystem;

beforeAll(async () => {
  await runCharter(folder.path, ['ingest', sampleFile]);
  for (const note of ['First', 'Second']) {
    const made = await runCharter(folder.path, ['release', '2025-26', '--state', 'final', '--note', note]);
    expect(made).toMatchObject({ code: 0 });
  }
  system = await startSystem(folder.path);
}, 120_000);
afterAll(async () => {
  await system.stop();
  folder.remove();
}, 30_000);

interface Pulled {
  readonly code: number;
  readonly out: string;
  readonly wrong: string;
  readonly files: readonly string[];
}

/** Pulls into a folder of its own; without a token as the public. */
function pull(url: string, wanted: string, into: string, token = ''): Promise<Pulled> {
  const target = join(folder.path, into);
  return new Promise((resolve) => {
    const env = { ...process.env, CHARTER_TOKEN: token, NODE_OPTIONS: '' };
    const child = execFile(process.execPath, [script, url, wanted, target], { env }, (_error, out, wrong) => {
      const files = child.exitCode === 2 ? [] : readdirSync(target).sort();
      resolve({ code: child.exitCode ?? -1, out, wrong, files });
    });
  });
}

/** Stands before the system and changes one byte of what is told as CSV. */
function flippingProxy(): Promise<Server> {
  const server = createServer((request, response) => {
    void fetch(`${system.url}${request.url ?? ''}`).then(async (answer) => {
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (request.url?.includes('format=csv&') === true) bytes[20] = (bytes[20] ?? 0) ^ 1;
      response.statusCode = answer.status;
      response.end(bytes);
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('the sample client', () => {
  it('pulls the newest release of a year as everybody may see it, and verifies it', async () => {
    const { code, out, wrong, files } = await pull(system.url, '2025-26', 'public');
    expect({ code, wrong }).toMatchObject({ code: 0, wrong: expect.stringContaining('file 4 of 4') as unknown });
    expect(out).toMatch(
      /^Release 2025-26\.2 \(final, published figures, synthetic data\): 4 files as they were signed\./,
    );
    expect(out).toContain('S2-M31\t');
    expect(out).toContain('Nothing changed since release 2025-26.1.');
    expect(files).toEqual([
      'charter-2025-26.2.csv',
      'charter-2025-26.2.csv-metadata.json',
      'charter-2025-26.2.json',
      'charter-2025-26.2.manifest.json',
      'charter-2025-26.2.ods',
      'public-key.pem',
    ]);
  });

  it('pulls the exact figures of a release named, for whoever may read them', async () => {
    const { code, out } = await pull(system.url, '2025-26.1', 'exact', 'demo-compiler');
    expect(code).toBe(0);
    expect(out).toMatch(/^Release 2025-26\.1 \(final, exact figures/);
  });

  it('finds a byte that was changed on the way', async () => {
    const proxy = await flippingProxy();
    const { port } = proxy.address() as AddressInfo;
    const { code, wrong } = await pull(`http://127.0.0.1:${String(port)}`, '2025-26', 'flipped');
    proxy.close();
    expect(code).toBe(1);
    expect(wrong).toContain('WRONG: charter-2025-26.2.csv was changed between byte 0 and byte 4095');
  });

  it('says that there is no release, that the token is not known, and that nobody answers', async () => {
    expect(await pull(system.url, '2019-20', 'none')).toMatchObject({
      code: 2,
      wrong: expect.stringContaining('there is no release of 2019-20 for this reader') as unknown,
    });
    expect(await pull(system.url, '2025-26', 'none', 'nobody')).toMatchObject({
      code: 2,
      wrong: expect.stringContaining('answered 401') as unknown,
    });
    expect((await pull('http://127.0.0.1:9', '2025-26', 'none')).code).toBe(2);
  });
});
