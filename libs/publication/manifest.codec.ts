import { sign } from 'node:crypto';
import { canonicalJson } from './canonical-json.codec.js';
import { digestOfBytes } from './digest.codec.js';
import {
  BLOCK_BYTES,
  MANIFEST_FORMAT,
  type FileDigest,
  type Manifest,
  type OutputFile,
  type SignedManifest,
} from './manifest.fact.js';
import type { ReleaseHead, TableName } from './release.fact.js';
import type { SigningKey } from './signing-key.codec.js';

/** The manifest of one table of a release and the files it was put out as, in their order. */
export function manifestOf(release: ReleaseHead, table: TableName, files: readonly OutputFile[]): Manifest {
  const { id, year, state, madeAt, asOf, supersedes, synthetic } = release;
  const { positions, definitions, definitionsHash, registerHash, fingerprint, control } = release;
  return {
    format: MANIFEST_FORMAT,
    release: id,
    table,
    year,
    state,
    madeAt,
    asOf,
    supersedes,
    synthetic,
    positions,
    definitions,
    definitionsHash,
    registerHash,
    fingerprint,
    ...(control === undefined ? {} : { control }),
    blockBytes: BLOCK_BYTES,
    files: files.map(digestOfFile),
  };
}

/** The manifest with its signature. Ed25519 draws no lots: the same key and manifest give the same bytes. */
export function signManifest(manifest: Manifest, { privateKey, keyId }: SigningKey): SignedManifest {
  const value = sign(null, Buffer.from(canonicalJson(manifest)), privateKey).toString('base64');
  return { ...manifest, signature: { algorithm: 'Ed25519', keyId, value } };
}

/** A manifest as the bytes of a file: canonical JSON in UTF-8 and a line end. */
export function manifestBytes(manifest: SignedManifest): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson(manifest)}\n`);
}

/** Digests of a file's bytes block by block. */
export function blockDigests(bytes: Uint8Array, blockBytes: number): readonly string[] {
  return Array.from({ length: Math.ceil(bytes.length / blockBytes) }, (_, index) =>
    digestOfBytes(bytes.subarray(index * blockBytes, (index + 1) * blockBytes)),
  );
}

function digestOfFile({ name, mediaType, bytes }: OutputFile): FileDigest {
  return {
    name,
    mediaType,
    bytes: bytes.length,
    sha256: digestOfBytes(bytes),
    blocks: blockDigests(bytes, BLOCK_BYTES),
  };
}
