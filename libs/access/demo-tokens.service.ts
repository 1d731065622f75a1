import { createHash, timingSafeEqual } from 'node:crypto';
import type { Principal } from './principal.rule.js';
import { ROLES } from './role.rule.js';
import type { TokenVerifier } from './token-verifier.port.js';

interface DemoToken {
  readonly digest: Buffer;
  readonly principal: Principal;
}

/**
 * The demo's bearer tokens: `demo-producer`, `demo-staff` and so on, one for each role but `public`.
 * Everyone knows them: see `refuseDemoBeyondLoopback`. They may use any event source.
 */
export class DemoTokens implements TokenVerifier {
  private readonly tokens: readonly DemoToken[] = ROLES.filter((role) => role !== 'public').map((role) => {
    const name = `demo-${role}`;
    return { digest: digestOf(name), principal: { name, role } };
  });

  /** Compares with every token, each in constant time, so that the time taken tells nothing. */
  verify(token: string): Promise<Principal | null> {
    const digest = digestOf(token);
    const matches = this.tokens.filter((known) => timingSafeEqual(known.digest, digest));
    return Promise.resolve(matches[0]?.principal ?? null);
  }
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
