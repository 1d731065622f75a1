import { isIPv4 } from 'node:net';

/** Whether nobody on the way to an address can change what it answers: by https, or on this machine. */
export function isTrusted(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isOnThisMachine(hostname));
}

/** As browsers see it: names under `localhost` never leave the machine. */
function isOnThisMachine(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    (isIPv4(hostname) && hostname.startsWith('127.'))
  );
}
