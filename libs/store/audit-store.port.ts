/** A line of the audit log, chained to the one before it; see libs/access. */
export interface StoredAuditEntry {
  /** From 1 up, without a gap. */
  readonly number: number;
  /** JSON text of what is accounted for. */
  readonly entry: string;
  /** The digest of the line before it. */
  readonly previous: string;
  /** SHA-256, hex, over all of the above. */
  readonly digest: string;
}

/** Injection token of the process's `AuditStore`. */
export const AUDIT_STORE = Symbol('AuditStore');

/** The audit log: only ever added to. Rejects with StoreUnavailable, as the engine's store does. */
export interface AuditStore {
  /** `null` before the first. */
  last(): Promise<StoredAuditEntry | null>;
  /** Answers false, and changes nothing, where there is one of that number. */
  insert(entry: StoredAuditEntry): Promise<boolean>;
  /** Those with greater numbers than `number`, lowest first. */
  after(number: number, limit: number): Promise<readonly StoredAuditEntry[]>;
}
