import { AsyncLocalStorage } from 'node:async_hooks';
import { isIP } from 'node:net';
import type { NextFunction, Request, Response } from 'express';

/** Goes with a request through everything that is done for it, as its trace does. */
const chains = new AsyncLocalStorage<string>();

/** Proxies that may stand one before the other. */
const MOST_PROXIES = 4;

/** Remembers for whom a request is being answered, so that whatever is asked elsewhere can be asked in their name. */
export function rememberForWhom(request: Request, _: Response, next: NextFunction): void {
  const before = (request.get('X-Forwarded-For') ?? '').split(',').slice(-MOST_PROXIES);
  const chain = [...before.map((address) => address.trim()), request.socket.remoteAddress ?? ''];
  chains.run(chain.filter((address) => isIP(address) !== 0).join(', '), next);
}

/** The `X-Forwarded-For` with which to ask on; `undefined` outside a request. */
export function forwardedFor(): string | undefined {
  return chains.getStore();
}
