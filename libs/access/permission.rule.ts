import type { Role } from './role.rule.js';

/** What a route may ask for. */
export type Permission =
  | 'read-definitions'
  | 'read-figures'
  | 'read-exact-figures'
  | 'explain'
  | 'read-aggregates'
  | 'make-release'
  | 'send-events'
  | 'read-status'
  | 'read-quarantine'
  | 'replay-quarantine'
  | 'read-metrics'
  | 'read-audit'
  | 'look-at-pages';

/**
 * How far a permission goes.
 * - `full`: all that the route has
 * - `controlled`: only numbers that have been through disclosure control
 * - `with-case-references`: full, and the case references too
 * - `with-record-time`: full, and may state `recordedtime`
 * - `reported-only`: `figure.reported` and `evidence.filed`, no other fact
 * - `own-feeds`: the status of the feeds the principal sends
 * - `outline`: the status' feeds and `countedTo`
 */
export type Degree =
  'full' | 'controlled' | 'with-case-references' | 'with-record-time' | 'reported-only' | 'own-feeds' | 'outline';

/** Every role, without a limit. */
const EVERYONE: Readonly<Record<Role, Degree>> = {
  public: 'full',
  scrutiny: 'full',
  staff: 'full',
  compiler: 'full',
  auditor: 'full',
  producer: 'full',
  importer: 'full',
  admin: 'full',
};

/** The access table (contract: api, "Who sees what"), a row for each permission. A role that is not named lacks it. */
const ACCESS: Readonly<Record<Permission, Readonly<Partial<Record<Role, Degree>>>>> = {
  'read-definitions': EVERYONE,
  'look-at-pages': EVERYONE,
  'read-figures': { scrutiny: 'controlled', staff: 'full', compiler: 'full', auditor: 'full', admin: 'full' },
  'read-exact-figures': { staff: 'full', compiler: 'full', auditor: 'full', admin: 'full' },
  explain: { scrutiny: 'controlled', staff: 'full', compiler: 'full', auditor: 'with-case-references' },
  'read-aggregates': { compiler: 'full', auditor: 'full' },
  'make-release': { compiler: 'full' },
  'send-events': { compiler: 'reported-only', producer: 'full', importer: 'with-record-time' },
  'read-status': {
    public: 'outline',
    scrutiny: 'outline',
    staff: 'full',
    compiler: 'full',
    auditor: 'full',
    producer: 'own-feeds',
    importer: 'own-feeds',
    admin: 'full',
  },
  'read-quarantine': { auditor: 'full', admin: 'full' },
  'replay-quarantine': { admin: 'full' },
  'read-metrics': { admin: 'full' },
  'read-audit': { auditor: 'full', admin: 'full' },
};

/** How far `role` has `permission`; `null` where it lacks it. */
export function degreeFor(role: Role, permission: Permission): Degree | null {
  return ACCESS[permission][role] ?? null;
}
