import { describe, expect, it } from '@jest/globals';
import { isLoopbackAddress, isPublicAddress } from './public-address.rule.js';

describe('an address', () => {
  it.each(['8.8.8.8', '93.184.215.14', '172.32.0.1', '2606:2800:21f::1', '2a00:1450:4009::200e'])(
    'of the public internet: %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:a00:1::',
    'localhost',
    '',
  ])('of no public internet: %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it('of this machine', () => {
    const own = ['127.0.0.1', '127.9.9.9', '::1', '10.0.0.1', '::2', '8.8.8.8'].filter(isLoopbackAddress);
    expect(own).toEqual(['127.0.0.1', '127.9.9.9', '::1']);
  });
});
