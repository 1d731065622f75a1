import { isIPv4 } from 'node:net';
import type { Authentication } from './authentication.settings.js';

/**
 * Demo tokens are public knowledge, so they may guard nothing that another machine can reach.
 * @throws Error if they are taken and `host`, the address to listen on, is not a loopback one (contract: api, "Settings").
 */
export function refuseDemoBeyondLoopback(auth: Authentication, host: string): void {
  if (auth.scheme !== 'demo') return;
  if (host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))) return;
  throw new Error(
    `CHARTER_AUTH=demo is only for a loopback host, not "${host}": set CHARTER_AUTH=oidc or CHARTER_HOST=127.0.0.1`,
  );
}
