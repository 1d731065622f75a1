import { describe, expect, it } from '@jest/globals';
import { degreeFor } from './permission.rule.js';
import type { Permission } from './permission.rule.js';
import { ROLES } from './role.rule.js';

/** The contract's table, written a second time: columns as in ROLES, `-` where the role lacks the permission. */
const TABLE: readonly (readonly [Permission, string])[] = [
  ['read-definitions', 'full full full full full full full full'],
  ['read-figures', '- controlled full full full - - full'],
  ['read-exact-figures', '- - full full full - - full'],
  ['explain', '- controlled full full with-case-references - - -'],
  ['read-aggregates', '- - - full full - - -'],
  ['make-release', '- - - full - - - -'],
  ['send-events', '- - - reported-only - full with-record-time -'],
  ['read-status', 'outline outline full full full own-feeds own-feeds full'],
  ['read-quarantine', '- - - - full - - full'],
  ['replay-quarantine', '- - - - - - - full'],
  ['read-metrics', '- - - - - - - full'],
  ['read-audit', '- - - - full - - full'],
];

describe('the access table', () => {
  it.each(TABLE)(
    '%s: public, scrutiny, staff, compiler, auditor, producer, importer, admin have %s',
    (permission, row) => {
      expect(ROLES.map((role) => degreeFor(role, permission) ?? '-').join(' ')).toBe(row);
    },
  );

  it('gives scrutiny and the public no exact figure', () => {
    for (const permission of ['read-figures', 'read-exact-figures', 'explain', 'read-aggregates'] as const) {
      expect([null, 'controlled']).toContain(degreeFor('scrutiny', permission));
      expect(degreeFor('public', permission)).toBeNull();
    }
  });
});
