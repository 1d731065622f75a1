import { once } from 'node:events';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** One event of a stream, its data read. */
export interface ReceivedEvent {
  readonly event: string;
  readonly id: number;
  readonly data: Record<string, never> & { readonly observations: readonly { readonly value: number | null }[] };
}

const LONGEST_WAIT_MS = 5_000;

/** A reader of server-sent events on a connection of its own. */
export class StreamReader {
  readonly events: ReceivedEvent[] = [];
  heartbeats = 0;
  readonly ended: Promise<unknown>;
  private text = '';

  private constructor(private readonly response: IncomingMessage) {
    this.ended = once(response, 'close');
    response.on('error', () => undefined);
    response.setEncoding('utf8').on('data', (chunk: string) => this.take(chunk));
  }

  static async open(url: string, role: string, lastEventId?: string): Promise<StreamReader> {
    const headers = { Authorization: `Bearer demo-${role}` };
    const request = get(url, {
      agent: false,
      headers: lastEventId === undefined ? headers : { ...headers, 'Last-Event-ID': lastEventId },
    });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return new StreamReader(response);
  }

  get status(): number | undefined {
    return this.response.statusCode;
  }

  get headers(): IncomingHttpHeaders {
    return this.response.headers;
  }

  /** The event of this number, counted from 0, once it has come. */
  async event(index: number): Promise<ReceivedEvent> {
    await this.until(() => this.events.length > index);
    const event = this.events[index];
    if (event === undefined) throw new Error('there is no such event');
    return event;
  }

  async until(condition: () => boolean): Promise<void> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error(`it did not happen in time: ${this.text.slice(0, 200)}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  stopReading(): void {
    this.response.pause();
  }

  leave(): void {
    this.response.destroy();
  }

  private take(chunk: string): void {
    const blocks = (this.text + chunk).split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) {
      const read = /^event: (.+)\nid: (\d+)\ndata: (.+)$/.exec(block);
      if (read !== null)
        this.events.push({ event: read[1] ?? '', id: Number(read[2]), data: JSON.parse(read[3] ?? '') });
      else if (block === ': heartbeat') this.heartbeats += 1;
      else throw new Error(`not an event: ${block}`);
    }
  }
}
