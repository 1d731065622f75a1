import { createPublicKey } from 'node:crypto';
import { expect } from '@jest/globals';
import { verifyManifest, type Finding } from '../../libs/publication/manifest-verification.rule.js';
import type { OutputFile, SignedManifest } from '../../libs/publication/manifest.fact.js';
import { ask } from './figures.testkit.js';

/** A claim that the sample has not, of the year that is released, recorded within it. */
export const lateClaim = {
  specversion: '1.0',
  id: 'late-1',
  source: '/synthetic/late',
  type: 'charter.application.received.v1',
  time: '2025-11-03T10:00:00Z',
  recordedtime: '2025-11-03T10:00:00Z',
  subject: 'CASE-LATE-0001',
  data: { benefit: 'ADP', channel: 'online' },
};

/** What a release's exact table is told as over HTTP: its files, in the manifest's order, and the manifest. */
export interface ToldRelease {
  readonly files: readonly Pick<OutputFile, 'name' | 'bytes'>[];
  readonly manifest: string;
}

export async function toldRelease(url: string, id: string): Promise<ToldRelease> {
  const told = async (path: string): Promise<Buffer> => {
    const answer = await ask(url, `/v1/releases/${id}/${path}`, 'demo-auditor');
    expect({ path, status: answer.status }).toEqual({ path, status: 200 });
    return Buffer.from(await answer.arrayBuffer());
  };
  const manifest = (await told('manifest')).toString();
  const { files } = JSON.parse(manifest) as SignedManifest;
  const formats = ['json', 'csv', 'csvw', 'ods'];
  const bytes = await Promise.all(formats.map((format) => told(`aggregates?format=${format}`)));
  return { files: files.map(({ name }, index) => ({ name, bytes: bytes[index] ?? Buffer.of() })), manifest };
}

/** What is wrong with a release as it was told, by the key that the system tells. */
export async function findingsIn({ files, manifest }: ToldRelease, url: string): Promise<readonly Finding[]> {
  const key = createPublicKey(await (await ask(url, '/v1/signing-key')).text());
  return verifyManifest(files, JSON.parse(manifest) as SignedManifest, key);
}

/** The same with one bit of each file turned over. */
export function flipped({ files, manifest }: ToldRelease): ToldRelease {
  const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (index === 100 ? byte ^ 1 : byte));
  return { manifest, files: files.map(({ name, bytes }) => ({ name, bytes: turned(bytes) })) };
}
