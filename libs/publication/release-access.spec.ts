import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../access/role.rule.js';
import { releaseAccess } from './release-access.rule.js';

const noon = Date.parse('2026-06-30T12:00:00Z');
const embargoed = { embargoUntil: '2026-06-30T12:00:00Z', preReleaseRoles: ['scrutiny'] } as const;

describe('who reads a release', () => {
  it('is nobody before the embargo ends but those who make it and those who were named, and that is said', () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, releaseAccess(embargoed, role, noon - 1)]))).toEqual({
      public: null,
      scrutiny: { table: 'published', early: true },
      staff: null,
      compiler: { table: 'exact', early: true },
      auditor: { table: 'exact', early: true },
      producer: null,
      importer: null,
      admin: null,
    });
  });

  it('is everybody from that moment on, the exact table compiler and auditor alone', () => {
    for (const role of ROLES) {
      const table = role === 'compiler' || role === 'auditor' ? 'exact' : 'published';
      expect(releaseAccess(embargoed, role, noon)).toEqual({ table, early: false });
      expect(releaseAccess({ embargoUntil: null, preReleaseRoles: [] }, role, 0)).toEqual({ table, early: false });
    }
  });

  it('is never everybody while the embargo cannot be read', () => {
    expect(releaseAccess({ embargoUntil: 'tomorrow', preReleaseRoles: [] }, 'public', noon)).toBeNull();
  });
});
