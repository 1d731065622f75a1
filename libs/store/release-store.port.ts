/** A file that a release was put out as, under the table it shows. */
export interface ReleaseFile {
  readonly table: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A release as it was frozen. */
export interface StoredRelease {
  readonly id: string;
  /** Milliseconds. */
  readonly madeAt: number;
  /** JSON text of all that the release holds; see libs/publication. */
  readonly document: string;
  readonly files: readonly ReleaseFile[];
}

/** Injection token of the process's `ReleaseStore`. */
export const RELEASE_STORE = Symbol('ReleaseStore');

/**
 * Releases, each inserted whole or not at all, and never changed. They belong to the log, not to a generation, and outlive
 * every rebuild. Rejects with StoreUnavailable, as the engine's store does.
 */
export interface ReleaseStore {
  /** Answers false, and changes nothing, where there is one of that id. */
  insert(release: StoredRelease): Promise<boolean>;
  /** The documents of all releases, by the time they were made, then id. */
  documents(): Promise<readonly string[]>;
  /** `null` where there is no such release. */
  document(id: string): Promise<string | null>;
  /** `null` where there is no such release, or it has no such file. */
  file(id: string, table: string, name: string): Promise<ReleaseFile | null>;
}
