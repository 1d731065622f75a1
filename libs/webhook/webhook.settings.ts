import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.rule.js';

/** Who is told, and how they know that it is us. */
export interface Receiver {
  readonly url: string;
  /** Any text; `whsec_…` is base64 of the key, as Standard Webhooks has it. */
  readonly secret: string;
  /** Whether the receiver is on this machine, where it may be told by plain http. For demonstration only. */
  readonly isLocal: boolean;
}

const LEAST_SECRET = 32;
const ENCODED = 'whsec_';
/** Bytes of a key (Standard Webhooks, "Symmetric"). */
const [LEAST_KEY, MOST_KEY] = [24, 64];

/** What is wrong with a receiver's address, `null` where nothing is. Never repeats it: it may hold a secret. */
export function webhookUrlRefusal(text: string): string | null {
  if (!URL.canParse(text)) return 'must be an https address';
  const { protocol, username, password, hash, hostname } = new URL(text);
  if (username !== '' || password !== '') return 'must hold no user and no password';
  if (hash !== '') return 'must have no fragment';
  if (isLocalName(hostname)) return /^https?:$/.test(protocol) ? null : 'must be an https address';
  if (protocol !== 'https:') return 'must be an https address (http on the same machine only, in demo)';
  const address = addressIn(hostname);
  return address === null || isPublicAddress(address) ? null : 'must not be an address within a private network';
}

/** What is wrong with a secret, `null` where nothing is. */
export function webhookSecretRefusal(secret: string): string | null {
  if (secret.length < LEAST_SECRET) return `must have at least ${String(LEAST_SECRET)} characters`;
  if (/[^\x21-\x7e]/.test(secret)) return 'must be of printable ASCII characters without spaces';
  if (!secret.startsWith(ENCODED)) return null;
  const encoded = secret.slice(ENCODED.length);
  const { length } = keyOf(secret);
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) && encoded.length % 4 === 0;
  if (isBase64 && length >= LEAST_KEY && length <= MOST_KEY) return null;
  return `must be base64 of ${String(LEAST_KEY)} to ${String(MOST_KEY)} bytes after ${ENCODED}`;
}

/** What an address that a receiver may have leaves to be refused by how callers are told apart; `null`: nothing. */
export function localReceiverRefusal(url: string, isDemo: boolean): string | null {
  const isLocal = URL.canParse(url) && isLocalName(new URL(url).hostname);
  return isLocal && !isDemo ? 'may be on the same machine only where CHARTER_AUTH is demo' : null;
}

/** The receiver that settings describe which nothing was to be refused in. */
export function receiverOf(url: string, secret: string): Receiver {
  return { url, secret, isLocal: isLocalName(new URL(url).hostname) };
}

/** The key that a secret stands for. */
export function keyOf(secret: string): Buffer {
  return secret.startsWith(ENCODED) ? Buffer.from(secret.slice(ENCODED.length), 'base64') : Buffer.from(secret);
}

/** The IP address that a URL's host is; `null`: it is a name. */
export function addressIn(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? null : bare;
}

function isLocalName(hostname: string): boolean {
  const address = addressIn(hostname);
  if (address !== null) return isLoopbackAddress(address);
  return hostname === 'localhost' || hostname.endsWith('.localhost');
}
