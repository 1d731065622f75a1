import { verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json.codec.js';
import { digestOf, digestOfBytes } from './digest.codec.js';
import { blockDigests } from './manifest.codec.js';
import type { FileDigest, OutputFile, SignedManifest } from './manifest.fact.js';
import { keyIdOf } from './signing-key.codec.js';

/** What is wrong with a release's files; bytes count from 0, both ends included. */
export type Finding =
  | { readonly code: 'other-key'; readonly keyId: string }
  | { readonly code: 'wrong-signature' }
  | { readonly code: 'wrong-definitions-hash' }
  | { readonly code: 'file-missing'; readonly file: string }
  | { readonly code: 'file-not-listed'; readonly file: string }
  | { readonly code: 'other-length'; readonly file: string; readonly expected: number; readonly found: number }
  | { readonly code: 'other-bytes'; readonly file: string; readonly from: number; readonly to: number }
  | { readonly code: 'wrong-digest'; readonly file: string };

/**
 * Whether files are those that a manifest speaks of, and whether the manifest is signed by the key: everything that is
 * wrong, nothing when all is well. Where the signature is wrong, what is said of the files counts for nothing.
 */
export function verifyManifest(
  files: readonly Pick<OutputFile, 'name' | 'bytes'>[],
  manifest: SignedManifest,
  publicKey: KeyObject,
): readonly Finding[] {
  const listed = new Set(manifest.files.map(({ name }) => name));
  const found = new Map(files.map(({ name, bytes }) => [name, bytes]));
  return [
    ...signatureFindings(manifest, publicKey),
    ...(digestOf(manifest.definitions) === manifest.definitionsHash
      ? []
      : [{ code: 'wrong-definitions-hash' } as const]),
    ...manifest.files.flatMap((file) => fileFindings(file, found.get(file.name), manifest.blockBytes)),
    ...files
      .filter(({ name }) => !listed.has(name))
      .map(({ name }) => ({ code: 'file-not-listed', file: name }) as const),
  ];
}

function signatureFindings({ signature, ...manifest }: SignedManifest, publicKey: KeyObject): readonly Finding[] {
  if (signature.keyId !== keyIdOf(publicKey)) return [{ code: 'other-key', keyId: signature.keyId }];
  const signed = Buffer.from(canonicalJson(manifest));
  return verify(null, signed, publicKey, Buffer.from(signature.value, 'base64')) ? [] : [{ code: 'wrong-signature' }];
}

function fileFindings(listed: FileDigest, bytes: Uint8Array | undefined, blockBytes: number): readonly Finding[] {
  const file = listed.name;
  if (bytes === undefined) return [{ code: 'file-missing', file }];
  if (bytes.length !== listed.bytes) {
    return [{ code: 'other-length', file, expected: listed.bytes, found: bytes.length }];
  }
  const blocks = blockDigests(bytes, blockBytes);
  const ranges = listed.blocks.flatMap((digest, index): readonly Finding[] => {
    if (digest === blocks[index]) return [];
    const from = index * blockBytes;
    return [{ code: 'other-bytes', file, from, to: Math.min(from + blockBytes, bytes.length) - 1 }];
  });
  if (ranges.length > 0) return ranges;
  return digestOfBytes(bytes) === listed.sha256 && listed.blocks.length === blocks.length
    ? []
    : [{ code: 'wrong-digest', file }];
}

/** A finding as one sentence. */
export function findingInWords(finding: Finding): string {
  switch (finding.code) {
    case 'other-key':
      return `The manifest says it is signed with another key: ${finding.keyId}.`;
    case 'wrong-signature':
      return 'The signature does not fit the manifest: it was changed after it was signed.';
    case 'wrong-definitions-hash':
      return 'The hash of the definitions is not that of the definitions listed.';
    case 'file-missing':
      return `${finding.file} is missing.`;
    case 'file-not-listed':
      return `${finding.file} is not in the manifest.`;
    case 'other-length':
      return `${finding.file} has ${finding.found} bytes instead of ${finding.expected}.`;
    case 'other-bytes':
      return `${finding.file} was changed between byte ${finding.from} and byte ${finding.to}.`;
    case 'wrong-digest':
      return `${finding.file} does not have the digest of the manifest.`;
  }
}
