import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../access/role.rule.js';
import { byRoleRefusal, limitsOf, proxiesRefusal, type LimitTexts } from './limits.settings.js';

const unset: LimitTexts = { requests: '', streams: '', connections: '5000', requestSeconds: '60', proxies: '' };

describe('limits by role', () => {
  it('keep their default where they are not named', () => {
    const { requests, streams } = limitsOf({ ...unset, requests: 'public=5, staff=7', streams: 'public=2' }, false);
    expect(requests).toEqual({ ...limitsOf(unset, false).requests, public: 5, staff: 7 });
    expect(streams).toEqual({ ...limitsOf(unset, false).streams, public: 2 });
  });

  it('are tighter for those who read than for those who send, and in no demo', () => {
    const { requests } = limitsOf(unset, false);
    for (const role of ROLES.filter((name) => !['producer', 'importer'].includes(name))) {
      expect(requests[role]).toBeLessThan(requests.producer);
      expect(requests.public).toBeLessThanOrEqual(requests[role]);
    }
    for (const role of ROLES) expect(limitsOf(unset, true).requests[role]).toBeGreaterThan(requests.producer);
  });

  it.each(['public=1', 'public=10,staff=2000', ' public=10 , staff=1000000 '])('may be %j', (text) => {
    expect(byRoleRefusal(text)).toBeNull();
  });

  it.each([
    'public',
    'public=0',
    'public=1000001',
    'public=-1',
    'public=1.5',
    'everyone=5',
    'staff=1,staff=2',
    'staff=1,',
  ])('may not be %j', (text) => {
    expect(byRoleRefusal(text)).toContain('roles: public, scrutiny');
  });
});

describe('proxies', () => {
  it('are addresses and networks', () => {
    const { proxies } = limitsOf({ ...unset, proxies: '10.0.0.7, 10.1.0.0/16,::1' }, false);
    const isOne = (address: string): boolean => proxies.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
    expect(['10.0.0.7', '10.1.2.3', '::1', '::ffff:10.1.2.3'].map(isOne)).toEqual([true, true, true, true]);
    expect(['10.0.0.8', '10.2.0.1', '::2', '127.0.0.1'].map(isOne)).toEqual([false, false, false, false]);
  });

  it.each(['proxy.example', '10.0.0.1/33', '10.0.0.0/', '1.2.3', '::1/129', '10.0.0.1,'])('may not be %j', (text) => {
    expect(proxiesRefusal(text)).toContain('IP addresses');
  });
});
