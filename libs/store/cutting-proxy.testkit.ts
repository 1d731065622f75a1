import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A connection to cut, and when. */
export interface Cut {
  /** Of the first request that it answers true for. */
  readonly of: (request: Buffer) => boolean;
  /** `answer`: the server has done what was asked, and nobody hears of it; `request`: it never comes to the server. */
  readonly loses: 'request' | 'answer';
  /** What happens before the client notices. */
  readonly meanwhile?: () => Promise<void>;
}

/** Stands between a client and a server, and cuts connections when it is told to. */
export class CuttingProxy {
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #cut: Cut | null = null;
  #port = 0;
  cuts = 0;

  constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  get port(): number {
    return this.#port;
  }

  /** On the port that it had before, if it had one. */
  async open(): Promise<void> {
    const server = createServer((client) => this.#join(client));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Ends every connection and takes no more. */
  async close(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Cuts once. */
  cutOnce(cut: Cut): void {
    this.#cut = cut;
  }

  #join(client: Socket): void {
    const server = createConnection(this.target);
    let doomed: Cut | null = null;
    const end = (): void => {
      client.destroy();
      server.destroy();
    };
    const cut = ({ meanwhile }: Cut): void => {
      this.cuts += 1;
      void (meanwhile?.() ?? Promise.resolve()).finally(end);
    };
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', end).on('close', () => {
        this.#sockets.delete(socket);
        end();
      });
    }
    client.on('data', (request: Buffer) => {
      if (doomed === null && this.#cut?.of(request) === true) {
        doomed = this.#cut;
        this.#cut = null;
        if (doomed.loses === 'request') cut(doomed);
      }
      if (doomed?.loses !== 'request') server.write(request);
    });
    server.on('data', (answer: Buffer) => {
      if (doomed === null) client.write(answer);
      else cut(doomed);
    });
  }
}
