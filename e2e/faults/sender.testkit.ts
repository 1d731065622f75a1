import { setTimeout as pause } from 'node:timers/promises';

const givesUpAfter = 120_000;
const answersWithin = 20_000;

/** A delivery system: it sends batches one after the other, and sends each again until it has been answered. */
export class Sender {
  /** Every line that was accepted, in the order sent, once for each answer that said so. */
  readonly accepted: string[] = [];
  /** Batches sent again, because nothing was promised or nothing was heard. */
  resent = 0;
  refused = 0;

  /** `intake` says where to send, before every attempt: it may have moved. */
  constructor(
    private readonly intake: () => string,
    private readonly batchSize = 100,
  ) {}

  /** `perSecond`: how fast at most. Rejects where a batch is not taken within two minutes. */
  async send(lines: readonly string[], perSecond = Infinity): Promise<void> {
    const begun = performance.now();
    for (let from = 0; from < lines.length; from += this.batchSize) {
      await pause(Math.max(0, (from / perSecond) * 1_000 - (performance.now() - begun)));
      await this.sendBatch(lines.slice(from, from + this.batchSize));
    }
  }

  /** Resolves when the batch has been answered. */
  async sendBatch(lines: readonly string[]): Promise<void> {
    const readable = lines.filter(isJson);
    this.refused += lines.length - readable.length;
    if (readable.length === 0) return;
    const deadline = performance.now() + givesUpAfter;
    for (;;) {
      const refused = await this.#attempt(readable);
      if (refused !== null) {
        this.accepted.push(...readable.filter((_, index) => !refused.has(index)));
        this.refused += refused.size;
        return;
      }
      if (performance.now() > deadline) throw new Error('a batch has not been taken within two minutes');
      this.resent += 1;
      await pause(200);
    }
  }

  /** The places of the refused ones; `null` where nothing was promised. */
  async #attempt(lines: readonly string[]): Promise<ReadonlySet<number> | null> {
    try {
      const response = await post(this.intake(), `[${lines.join(',')}]`, 'application/cloudevents-batch+json');
      const body = (await response.json()) as Answer;
      if (response.status === 202) return placesIn(body.rejected);
      if (response.status === 400) return placesIn(body.errors);
      return null;
    } catch {
      return null;
    }
  }
}

interface Answer {
  readonly rejected?: readonly { readonly index: number }[];
  readonly errors?: readonly { readonly index: number }[];
}

/** Sends one body to an intake, as an importer. */
export function post(url: string, body: string, contentType = 'application/cloudevents+json'): Promise<Response> {
  return fetch(new URL('/v1/events', url), {
    method: 'POST',
    headers: { authorization: 'Bearer demo-importer', 'content-type': contentType },
    body,
    signal: AbortSignal.timeout(answersWithin),
  });
}

function placesIn(listed: readonly { readonly index: number }[] = []): ReadonlySet<number> {
  return new Set(listed.map(({ index }) => index));
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
