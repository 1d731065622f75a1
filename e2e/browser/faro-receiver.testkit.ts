import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const LONGEST_WAIT_MS = 15_000;

/** What browsers tell in one request, as far as it is read. */
export interface ToldByBrowser {
  readonly meta: { readonly page?: { readonly url?: string } } & Readonly<Record<string, unknown>>;
  readonly events?: readonly { readonly name: string }[];
  readonly measurements?: readonly { readonly type: string; readonly values: Readonly<Record<string, number>> }[];
  readonly exceptions?: readonly {
    readonly type: string;
    readonly value: string;
    readonly stacktrace?: { readonly frames: readonly { readonly filename: string; readonly lineno: number }[] };
  }[];
}

/** A Faro receiver on this machine that keeps what it is sent. */
export class FaroReceiver {
  readonly told: ToldByBrowser[] = [];
  /** Everything that was asked of it, with headers and bodies, as it came. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        this.asked.push(`${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n\n${body}`);
        if (request.method === 'POST') this.told.push(JSON.parse(body) as ToldByBrowser);
        response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? 'null');
        response.setHeader('Access-Control-Allow-Headers', 'content-type, idempotency-key');
        response.writeHead(request.method === 'POST' ? 202 : 204).end();
      });
    });
  }

  static async open(): Promise<FaroReceiver> {
    const receiver = new FaroReceiver();
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/collect`;
  }

  /** What has been told of errors, vitals and pages, by name. */
  names(): readonly string[] {
    return this.told.flatMap(({ events = [], measurements = [], exceptions = [] }) => [
      ...events.map(({ name }) => name),
      ...measurements.flatMap(({ values }) => Object.keys(values).filter((name) => VITALS.includes(name))),
      ...exceptions.map(({ type }) => type),
    ]);
  }

  /** Waits until something of each name has come. */
  async hears(...names: readonly string[]): Promise<void> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    while (!names.every((name) => this.names().includes(name))) {
      if (Date.now() > deadline) throw new Error(`of ${names.join(', ')} only came: ${this.names().join(', ')}`);
      await pause(50);
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

const VITALS = ['cls', 'fcp', 'inp', 'lcp', 'ttfb'];
