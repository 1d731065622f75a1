import type { ServerResponse } from 'node:http';
import type { StreamSettings } from '../query.settings.js';

/**
 * An answer of server-sent events that stays open until either side ends it. A reader that stops reading is dropped: its
 * connection is destroyed when what was sent before has not been taken in time, or too much of it waits when more comes.
 */
export class EventStream {
  #stalled: NodeJS.Timeout | undefined;

  constructor(
    private readonly response: ServerResponse,
    private readonly settings: Pick<StreamSettings, 'longestStallMs' | 'mostWaitingBytes'>,
  ) {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    response.on('drain', () => this.noLongerStalled());
    response.on('close', () => this.noLongerStalled());
  }

  /** Calls `listener` once when the connection has ended, whoever ended it; at once if that has happened. */
  onClose(listener: () => void): void {
    if (this.response.closed) listener();
    else this.response.once('close', listener);
  }

  send(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.writableLength > this.settings.mostWaitingBytes) this.drop();
    else if (!this.response.write(text)) this.#stalled ??= setTimeout(() => this.drop(), this.settings.longestStallMs);
  }

  /** Ends the answer; does not wait for a reader that has not taken what was sent. */
  end(): void {
    if (this.response.writableLength > 0) this.drop();
    else this.response.end();
  }

  private drop(): void {
    this.response.destroy();
  }

  private noLongerStalled(): void {
    clearTimeout(this.#stalled);
    this.#stalled = undefined;
  }
}
