/** A running system did not do what it was asked. */
export class NotAnswered extends Error {
  readonly code = 'not-answered';
  readonly retriable = true;
}

/** What a running system is asked. */
export interface Asked {
  readonly url: string;
  /** Bearer token. */
  readonly token: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

const LONGEST_WAIT_MS = 60_000;

/** The JSON that a running system answers. @throws NotAnswered with what it says instead */
export async function answerOf({ url, token, method, path }: Asked): Promise<unknown> {
  const response = await fetch(new URL(path, url), {
    method,
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  }).catch((error: unknown) => {
    throw new NotAnswered(`${url} cannot be reached.`, { cause: error });
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new NotAnswered(detailOf(body) ?? `Answered with ${String(response.status)}.`);
  return body;
}

/** What a problem says, in words (RFC 9457). */
export function detailOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('detail' in body)) return null;
  return typeof body.detail === 'string' ? body.detail : null;
}
