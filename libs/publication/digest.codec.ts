import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.codec.js';

/** SHA-256, hex, of bytes. */
export function digestOfBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

/** SHA-256, hex, of a value's canonical JSON: the same however its members are ordered. */
export function digestOf(value: unknown): string {
  return hash('sha256', canonicalJson(value));
}
