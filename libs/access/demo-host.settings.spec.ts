import { describe, expect, it } from '@jest/globals';
import { refuseDemoBeyondLoopback } from './demo-host.settings.js';

describe('the demo', () => {
  it.each(['127.0.0.1', '127.8.9.10', 'localhost', '::1'])('listens on %s', (host) => {
    expect(() => refuseDemoBeyondLoopback(host)).not.toThrow();
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
    expect(() => refuseDemoBeyondLoopback(host)).toThrow(/only for a loopback host/);
  });
});
