import { describe, expect, it } from '@jest/globals';
import { refuseDemoBeyondLoopback } from './demo-host.settings.js';

describe('the demo', () => {
  it.each(['127.0.0.1', '127.8.9.10', 'localhost', '::1'])('listens on %s', (host) => {
    expect(() => refuseDemoBeyondLoopback({ scheme: 'demo' }, host)).not.toThrow();
  });

  it.each([
    '0.0.0.0',
    '::',
    '',
    '10.0.0.1',
    '127.0.0.1.example.org',
    '127.example.org',
    'localhost.example.org',
    '::ffff:10.0.0.1',
  ])('refuses to listen on %j', (host) => {
    expect(() => refuseDemoBeyondLoopback({ scheme: 'demo' }, host)).toThrow(/only for a loopback host/);
  });

  it('is no matter where an issuer says who callers are', () => {
    const auth = { scheme: 'oidc', issuer: 'https://issuer.example', audience: 'charter', roles: 'roles' } as const;
    expect(() => refuseDemoBeyondLoopback(auth, '0.0.0.0')).not.toThrow();
  });
});
