import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { releaseFiles } from './downloads/release-files.rule.js';
import { findingInWords, verifyManifest } from './manifest-verification.rule.js';
import { manifestBytes, manifestOf, signManifest } from './manifest.codec.js';
import type { OutputFile, SignedManifest } from './manifest.fact.js';
import { everyKindOfRow, releaseOf, seed } from './publication.testkit.js';
import { developmentKey, publicKeyPem, signingKeyOf, signingKeyRefusal } from './signing-key.codec.js';

const key = developmentKey();
const release = releaseOf(everyKindOfRow);
const files = releaseFiles(release, 'published');
const manifest = signManifest(manifestOf(release, 'published', files), key);

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const withFile = (name: string, change: (file: OutputFile) => OutputFile): readonly OutputFile[] =>
  files.map((file) => (file.name === name ? change(file) : file));
const verified = (found: readonly OutputFile[], signed: SignedManifest = manifest): readonly string[] =>
  verifyManifest(found, signed, key.publicKey).map(findingInWords);

describe('a signed manifest, by law', () => {
  it('is found right with its files, also after a journey as JSON with its members in another order', () => {
    const travelled = Object.fromEntries(
      Object.entries(JSON.parse(Buffer.from(manifestBytes(manifest)).toString())).reverse(),
    );
    expect(verified(files)).toEqual([]);
    expect(verifyManifest(files, travelled as unknown as SignedManifest, key.publicKey)).toEqual([]);
  });

  it('is the same to the byte each time', () => {
    const again = signManifest(
      manifestOf(releaseOf(everyKindOfRow), 'published', releaseFiles(release, 'published')),
      key,
    );
    expect(Buffer.from(manifestBytes(again)).equals(manifestBytes(manifest))).toBe(true);
  });

  it('finds any flipped byte, and where', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), (file, place) => {
        const at = place % file.bytes.length;
        const findings = verifyManifest(
          withFile(file.name, (one) => ({ ...one, bytes: flipped(one.bytes, at) })),
          manifest,
          key.publicKey,
        );
        expect(findings).toEqual([
          { code: 'other-bytes', file: file.name, from: expect.any(Number), to: expect.any(Number) },
        ]);
        const [finding] = findings;
        expect(finding?.code === 'other-bytes' && finding.from <= at && at <= finding.to).toBe(true);
      }),
      { seed, numRuns: 40 },
    );
  });

  it('finds any change of its own', () => {
    const changes: readonly Partial<SignedManifest>[] = [
      { state: 'provisional' },
      { table: 'exact' },
      { asOf: '2026-06-28' },
      { positions: [] },
      { registerHash: 'e'.repeat(64) },
      { files: manifest.files.slice(1) },
      { blockBytes: 1 },
    ];
    for (const change of changes) {
      expect(verified(files, { ...manifest, ...change })).toContain(
        'The signature does not fit the manifest: it was changed after it was signed.',
      );
    }
  });
});

describe('a signed manifest, by example', () => {
  const [first, second] = files;
  if (first === undefined || second === undefined) throw new Error('too few files');

  it('names what is missing, what is too much, and what has another length', () => {
    const found = [{ ...first, bytes: first.bytes.slice(1) }, ...files.slice(2), { ...second, name: 'other.csv' }];
    expect(verified(found)).toEqual([
      `${first.name} has ${first.bytes.length - 1} bytes instead of ${first.bytes.length}.`,
      `${second.name} is missing.`,
      'other.csv is not in the manifest.',
    ]);
  });

  it('names every block that was changed', () => {
    const bytes = flipped(flipped(first.bytes, 5), 4096 + 7);
    expect(verified(withFile(first.name, (file) => ({ ...file, bytes })))).toEqual([
      `${first.name} was changed between byte 0 and byte 4095.`,
      `${first.name} was changed between byte 4096 and byte ${Math.min(8191, bytes.length - 1)}.`,
    ]);
  });

  it('says when it was signed with another key', () => {
    const other = signingKeyOf(
      generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    );
    expect(verified(files, signManifest(manifest, other))).toEqual([
      `The manifest says it is signed with another key: ${other.keyId}.`,
    ]);
  });

  it('says when its definitions are not those of their hash, whoever signed that', () => {
    const { signature: _, ...unsigned } = manifest;
    const wrong = signManifest({ ...unsigned, definitionsHash: '0'.repeat(64) }, key);
    expect(verified(files, wrong)).toEqual(['The hash of the definitions is not that of the definitions listed.']);
  });

  it('of published figures holds no digest of exact ones', () => {
    const names = manifest.files.map(({ name }) => name);
    expect(names.filter((name) => name.includes('exact'))).toEqual([]);
    expect(names).toEqual(files.map(({ name }) => name));
  });
});

describe('a signing key', () => {
  it('is an Ed25519 private key in PEM, its line ends as they are or written out', () => {
    const pem = key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(signingKeyRefusal(pem)).toBeNull();
    expect(signingKeyOf(pem.replaceAll('\n', '\\n')).keyId).toBe(key.keyId);
  });

  it('is nothing else, and what was given is not repeated', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'pem', type: 'pkcs8' });
    for (const text of ['', 'secret', publicKeyPem(key), rsa.toString()]) {
      expect(signingKeyRefusal(text)).toContain('must be an Ed25519 private key in PEM');
      expect(() => signingKeyOf(text)).toThrow('must be an Ed25519 private key in PEM');
    }
  });

  it('of the demo is the same everywhere', () => {
    expect(developmentKey().keyId).toBe(key.keyId);
  });
});
