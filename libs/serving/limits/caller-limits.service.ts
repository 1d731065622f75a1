import type { ServerResponse } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ANYONE } from '../../access/principal.rule.js';
import { ROLES, type Role } from '../../access/role.rule.js';
import { addressBlock, callerAddress } from './caller-address.rule.js';
import type { Caller, Limits } from './limits.port.js';
import { WINDOW_SECONDS, type LimitSettings } from './limits.settings.js';
import { tooMany } from './too-many.exception.js';

/** Seconds after which to ask for a stream once more: others of the same caller may have ended by then. */
const STREAM_AGAIN_AFTER = 15;

/**
 * Limits for each caller of this process, by role. A caller is whoever a token names; without a token, or with one that is not
 * valid, the address that the request comes from. What is remembered of a caller is forgotten when the window has passed.
 */
export class CallerLimits implements Limits {
  readonly #requests: ReadonlyMap<Role, RateLimiterMemory>;
  /** Streams that are open, by caller. */
  readonly #open = new Map<string, number>();

  constructor(private readonly settings: LimitSettings) {
    this.#requests = new Map(
      ROLES.map((role) => [
        role,
        new RateLimiterMemory({ points: settings.requests[role], duration: WINDOW_SECONDS, keyPrefix: '' }),
      ]),
    );
  }

  async admit(caller: Caller): Promise<void> {
    try {
      await this.#requests.get(caller.principal.role)?.consume(this.nameOf(caller));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw tooMany('This caller has sent too many requests.', Math.max(1, Math.ceil(error.msBeforeNext / 1_000)));
    }
  }

  hold(caller: Caller, response: ServerResponse): void {
    const name = this.nameOf(caller);
    const open = this.#open.get(name) ?? 0;
    if (open >= this.settings.streams[caller.principal.role]) {
      throw tooMany('This caller holds too many streams open.', STREAM_AGAIN_AFTER);
    }
    this.#open.set(name, open + 1);
    response.once('close', () => {
      const left = (this.#open.get(name) ?? 1) - 1;
      if (left > 0) this.#open.set(name, left);
      else this.#open.delete(name);
    });
  }

  /** No name of a principal looks like an address: it is told apart by what stands before it. */
  private nameOf({ principal, request }: Caller): string {
    if (principal !== ANYONE) return `${principal.role} ${principal.name}`;
    const forwarded = request.headers['x-forwarded-for'];
    const told = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
    return `at ${addressBlock(callerAddress(request.socket.remoteAddress ?? '', told, this.settings.proxies))}`;
  }
}
