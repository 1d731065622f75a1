import { describe, expect, it } from '@jest/globals';
import { claimPathRefusal, issuerRefusal } from './authentication.settings.js';

describe('an issuer', () => {
  it.each([
    'https://issuer.example/realms/charter',
    'https://issuer.example:8443/',
    'http://127.0.0.1:8080/realms/charter',
    'http://[::1]:8080',
    'http://localhost:8080',
    'http://keycloak.localhost:8080/realms/charter',
  ])('may be at %s', (address) => expect(issuerRefusal(address)).toBeNull());

  it.each([
    'http://issuer.example/realms/charter',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'http://10.0.0.1',
    'ftp://localhost',
    'https://issuer.example?realm=charter',
    'https://issuer.example/#charter',
    'issuer.example',
    '',
  ])('may not be at %j', (address) => expect(issuerRefusal(address)).toMatch(/https address/));
});

describe('a claim path', () => {
  it.each(['roles', 'realm_access.roles', 'a.b.c', 'https://example.org/roles'])('may be %s', (path) => {
    expect(claimPathRefusal(path)).toBeNull();
  });

  it.each(['', '.', 'roles.', '.roles', 'a..b', 'two words'])('may not be %j', (path) => {
    expect(claimPathRefusal(path)).not.toBeNull();
  });
});
