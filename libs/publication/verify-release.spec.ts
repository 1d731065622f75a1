import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { releaseFiles } from './downloads/release-files.rule.js';
import { manifestName } from './file-name.rule.js';
import { manifestBytes, manifestOf, signManifest } from './manifest.codec.js';
import { everyKindOfRow, releaseOf } from './publication.testkit.js';
import { developmentKey, publicKeyPem } from './signing-key.codec.js';

const script = join(import.meta.dirname, '../../docs/verify-release.mjs');
const key = developmentKey();
const release = releaseOf(everyKindOfRow);
const files = releaseFiles(release, 'published');
const manifest = Buffer.from(manifestBytes(signManifest(manifestOf(release, 'published', files), key)));

describe('the verifier that needs only the files and the public key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  const manifestPath = join(folder, manifestName(release.id, 'published'));
  const keyPath = join(folder, 'key.pem');

  const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);
  const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
    bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
  const verifier = (...args: readonly string[]): Promise<readonly [code: number, printed: string]> =>
    new Promise((resolve) => {
      const child = execFile(process.execPath, [script, ...args], (_error, out, wrong) =>
        resolve([child.exitCode ?? -1, out + wrong]),
      );
    });

  beforeAll(() => {
    for (const { name, bytes } of files) put(name, bytes);
    writeFileSync(manifestPath, manifest);
    writeFileSync(keyPath, publicKeyPem(key));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says that all is well', async () => {
    expect(await verifier(manifestPath, keyPath)).toEqual([
      0,
      'Release 2024-25.1 (final, published figures, synthetic data): 4 files as they were signed.\n',
    ]);
  });

  it('finds a flipped byte, and where', async () => {
    const [file] = files;
    if (file === undefined) throw new Error('no file');
    put(file.name, flipped(file.bytes, 4100));
    const to = Math.min(8192, file.bytes.length) - 1;
    expect(await verifier(manifestPath, keyPath)).toEqual([
      1,
      `WRONG: ${file.name} was changed between byte 4096 and byte ${to}\n`,
    ]);
    put(file.name, file.bytes);
  });

  it('finds a manifest that was changed after it was signed', async () => {
    writeFileSync(manifestPath, manifest.toString().replace('"state":"final"', '"state":"Final"'));
    const [code, printed] = await verifier(manifestPath, keyPath);
    writeFileSync(manifestPath, manifest);
    expect([code, printed]).toEqual([1, expect.stringContaining('the signature does not fit the manifest')]);
  });

  it('reads no file but those beside the manifest', async () => {
    writeFileSync(manifestPath, manifest.toString().replace(/"name":"[^"]*"/, '"name":"../elsewhere"'));
    const [code, printed] = await verifier(manifestPath, keyPath);
    writeFileSync(manifestPath, manifest);
    expect([code, printed]).toEqual([1, expect.stringContaining('"../elsewhere" is no name of a file')]);
  });

  it('says how it is used, and what is no manifest', async () => {
    expect(await verifier()).toEqual([2, expect.stringContaining('use: node verify-release.mjs')]);
    expect(await verifier(keyPath, keyPath)).toEqual([2, expect.stringContaining('Cannot verify')]);
  });
});
