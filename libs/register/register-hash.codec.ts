import { createHash } from 'node:crypto';
import type { Register } from './register.fact.js';

/** SHA-256, hex, of what the register says: the same however its files are laid out and their members ordered. */
export function registerHash(register: Register): string {
  return createHash('sha256').update(JSON.stringify(register, withMembersInOrder)).digest('hex');
}

function withMembersInOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
