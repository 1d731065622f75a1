import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { principalOf, type Claims } from './token-claims.rule.js';
import { ROLES } from './role.rule.js';

const SEED = 20_261_123;
const roleOf = (roles: unknown): string => principalOf('somebody', { roles }, 'roles').role;

describe('the role of a token', () => {
  it('is one of the roles, whatever is stated, and never more than what is named', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (stated, path) => {
        const { role } = principalOf('somebody', { roles: stated }, path);
        expect(ROLES).toContain(role);
        if (role !== 'public') expect(JSON.stringify(stated)).toContain(`charter-${role}`);
      }),
      { seed: SEED },
    );
  });

  it.each(ROLES)('is %s where that is named', (role) => {
    expect(roleOf([`charter-${role}`, 'offline_access'])).toBe(role);
    expect(roleOf(`openid charter-${role}`)).toBe(role);
  });

  it('is the last in the order of the access table where several are named', () => {
    expect(roleOf(['charter-admin', 'charter-staff'])).toBe('admin');
    expect(roleOf(['charter-staff', 'charter-scrutiny'])).toBe('staff');
  });

  it.each([undefined, null, [], {}, 7, 'admin', ['admin'], ['Charter-admin'], [['charter-admin']], 'charter-king'])(
    'is the public’s for %j',
    (stated) => expect(roleOf(stated)).toBe('public'),
  );

  it('is found along a path, or under a claim that has the whole path for its name', () => {
    const nested = { realm_access: { roles: ['charter-staff'] } };
    expect(principalOf('somebody', nested, 'realm_access.roles').role).toBe('staff');
    const named = { 'https://example.org/roles': ['charter-staff'] };
    expect(principalOf('somebody', named, 'https://example.org/roles').role).toBe('staff');
  });

  it.each(['constructor.name', '__proto__', 'roles.length', 'toString'])('is not found along %s', (path) => {
    expect(principalOf('somebody', { roles: ['charter-admin'] }, path).role).toBe('public');
  });
});

describe('the sources of a token', () => {
  const sourcesOf = (role: string, more: Claims): unknown =>
    principalOf('somebody', { roles: [`charter-${role}`], ...more }, 'roles').sources;

  it('are what the claim says', () => {
    const prefixes = ['urn:example:claims:', 'https://forms.example/adp'];
    expect(sourcesOf('producer', { charter_sources: prefixes })).toEqual(prefixes);
    expect(sourcesOf('importer', { charter_sources: 'urn:example:' })).toEqual(['urn:example:']);
  });

  it('are none for a producer without the claim, any for others', () => {
    expect(sourcesOf('producer', {})).toEqual([]);
    expect(sourcesOf('importer', {})).toBeUndefined();
    expect(sourcesOf('compiler', {})).toBeUndefined();
  });

  it.each([[''], '', null, 7, {}, [7], []])('are none where the claim says nothing that can be read: %j', (stated) => {
    expect(sourcesOf('importer', { charter_sources: stated })).toEqual([]);
  });

  it('end with the host that they name', () => {
    const prefixes = ['https://a.example', '//a.example:8443', 'https://a.example/', 'https://a.example/x', 'urn:a'];
    expect(sourcesOf('producer', { charter_sources: prefixes })).toEqual([
      'https://a.example/',
      '//a.example:8443/',
      'https://a.example/',
      'https://a.example/x',
      'urn:a',
    ]);
  });
});
