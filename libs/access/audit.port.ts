import type { Role } from './role.rule.js';

/** What somebody was let do, or was refused, that must be accounted for. Never holds a case reference. */
export interface AuditEntry {
  /** RFC 3339. */
  readonly at: string;
  readonly role: Role;
  /** The principal's name, as the token says. */
  readonly principal: string;
  readonly action:
    'read-case-references' | 'make-release' | 'read-release-early' | 'replay-quarantined' | 'erase-cases';
  /** What was asked, member by member. */
  readonly question: Readonly<Record<string, string>>;
}

/** Keeps account of who did what. */
export interface Audit {
  /** To be awaited before what it accounts for is done: where it rejects, nothing may be given. */
  record(entry: AuditEntry): Promise<void>;
}

/** Injection token of the `Audit`. */
export const AUDIT = Symbol('Audit');
