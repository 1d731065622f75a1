import { raw } from 'express';
import type { Request, Response } from 'express';

/**
 * The whole body of a request, inflated where it was compressed; empty where there is none.
 * Called after the guard, so that a stranger's body is never held in memory.
 * Rejects with an error whose `status` is 413 (more than `mostBytes`, inflated), 415 (unknown `content-encoding`)
 * or 400 (cut off, or not what its encoding says).
 */
export function readBody(request: Request, response: Response, mostBytes: number): Promise<Buffer> {
  const read = raw({ type: () => true, limit: mostBytes });
  return new Promise((resolve, reject) => {
    read(request, response, (error?: Error) => {
      if (error === undefined) resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      else reject(error);
    });
  });
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a body; `undefined`, which no JSON text means, if it is not JSON in UTF-8. */
export function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(strictUtf8.decode(body));
  } catch {
    return undefined;
  }
}
