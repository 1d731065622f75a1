import type { ReleaseHead, TableName } from './release.fact.js';

export const MANIFEST_FORMAT = 'charter-manifest/1';

/** Files are also digested in blocks of so many bytes, so that a changed byte can be placed. */
export const BLOCK_BYTES = 4_096;

/** A file that a release was put out as. */
export interface OutputFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a manifest holds of a file. Digests are SHA-256 in hex. */
export interface FileDigest {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of each block in turn; the last may be shorter. */
  readonly blocks: readonly string[];
}

/**
 * What a release rests on and the digests of what it was put out as. Each table has a manifest of its own: a digest of
 * exact figures, for all to read, would let a suppressed one be found by trying.
 */
export interface Manifest extends Pick<
  ReleaseHead,
  | 'year'
  | 'state'
  | 'madeAt'
  | 'asOf'
  | 'supersedes'
  | 'synthetic'
  | 'positions'
  | 'definitions'
  | 'definitionsHash'
  | 'registerHash'
  | 'fingerprint'
  | 'control'
> {
  readonly format: typeof MANIFEST_FORMAT;
  readonly release: string;
  readonly table: TableName;
  readonly blockBytes: number;
  readonly files: readonly FileDigest[];
}

export interface Signature {
  readonly algorithm: 'Ed25519';
  /** SHA-256, hex, of the public key as SPKI in DER. */
  readonly keyId: string;
  /** Base64, over the canonical JSON (RFC 8785) of the manifest without its member `signature`, in UTF-8. */
  readonly value: string;
}

export interface SignedManifest extends Manifest {
  readonly signature: Signature;
}
