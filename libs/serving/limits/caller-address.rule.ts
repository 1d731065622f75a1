import { isIP, isIPv6, type BlockList } from 'node:net';

/**
 * The address that a request comes from. A trusted peer says for whom it asks, and that one again: `forwarded`, the
 * `X-Forwarded-For` of the request, is read from its end for as long as those who wrote it are trusted.
 */
export function callerAddress(peer: string, forwarded: string | undefined, trusted: BlockList): string {
  const told = forwarded?.split(',') ?? [];
  let address = peer;
  while (trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) {
    const before = told.pop()?.trim() ?? '';
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** What counts as one address: of IPv6 the network of 64 bits, all of which one household or machine has. */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  const network = [...before, ...zeros, ...after].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
