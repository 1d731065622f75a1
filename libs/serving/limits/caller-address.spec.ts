import { BlockList } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { addressBlock, callerAddress } from './caller-address.rule.js';

const trusted = new BlockList();
trusted.addSubnet('127.0.0.0', 8, 'ipv4');
trusted.addSubnet('10.1.0.0', 16, 'ipv4');

describe('the address of a caller', () => {
  it.each([
    ['203.0.113.9', undefined, '203.0.113.9', 'that of the connection'],
    ['203.0.113.9', '198.51.100.1', '203.0.113.9', 'never what a stranger says'],
    ['127.0.0.1', undefined, '127.0.0.1', 'that of a proxy that asks for itself'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1', 'what a proxy says'],
    ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1', 'what a proxy says, however its own is written'],
    ['127.0.0.1', '198.51.100.1, 10.1.0.7', '198.51.100.1', 'what the proxy before it says'],
    ['127.0.0.1', '192.0.2.7, 198.51.100.1', '198.51.100.1', 'not what its caller made up'],
    ['127.0.0.1', '198.51.100.1, unknown', '127.0.0.1', 'that of the proxy where it names none'],
    ['10.1.0.7', '', '10.1.0.7', 'that of the proxy where it says nothing'],
    ['', '198.51.100.1', '', 'none of a connection that is gone'],
  ])('%s with %s is %s: %s', (peer, forwarded, expected, _) => {
    expect(callerAddress(peer, forwarded, trusted)).toBe(expected);
  });
});

describe('what counts as one address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('%s: %s', (address, block) => {
    expect(addressBlock(address)).toBe(block);
  });
});
