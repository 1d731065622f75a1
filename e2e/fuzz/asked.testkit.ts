import { request, type Agent } from 'node:http';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as its sender writes it. */
export interface Asked {
  readonly method: string;
  /** With its query; no character in it that a request line cannot have. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** What came of it; `status` is `null` where the connection was closed without an answer. */
export interface Told {
  readonly status: number | null;
  readonly text: string;
  readonly milliseconds: number;
}

/** Nothing may take longer, in milliseconds. */
export const DEADLINE_MS = 5_000;

/** Milliseconds after which a sender of bytes says that they were all: a server may then leave what it has not answered. */
const PATIENCE_MS = 15;

/** Asks by HTTP. A stream counts as told when it has begun. Rejects where there is no answer within the deadline. */
export function ask(
  url: string,
  agent: Agent,
  { method, path, headers, body }: Asked,
  within = DEADLINE_MS,
): Promise<Told> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, path, headers, agent });
    const late = setTimeout(() => asked.destroy(new Error(`no answer within ${within} ms`)), within);
    const tell = (status: number | undefined, told: string): void => {
      clearTimeout(late);
      resolve({ status: status ?? null, text: told, milliseconds: performance.now() - begun });
    };
    const fail = (error: unknown): void => {
      clearTimeout(late);
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    asked.on('error', fail);
    asked.on('response', (response) => {
      const isStream = response.headers['content-type']?.startsWith('text/event-stream') === true;
      if (isStream) {
        response.on('error', () => undefined).destroy();
        tell(response.statusCode, '');
      } else text(response).then((told) => tell(response.statusCode, told), fail);
    });
    asked.end(body);
  });
}

/** Writes bytes to a connection, as no client would, and says that they are all; answers what comes until it is closed. */
export function write(url: string, bytes: Uint8Array, within = DEADLINE_MS): Promise<Told> {
  const begun = performance.now();
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let told = '';
    const socket = createConnection({ host: hostname, port: Number(port) });
    const late = setTimeout(() => socket.destroy(new Error(`still open after ${within} ms`)), within);
    socket.setEncoding('latin1').on('data', (chunk: string) => (told += chunk));
    setTimeout(() => socket.end(), PATIENCE_MS);
    // A server that has read enough may reset the connection before it has read the rest.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return;
      clearTimeout(late);
      reject(error);
    });
    socket.on('close', () => {
      clearTimeout(late);
      const status = /^HTTP\/1\.1 (?!100)(\d{3})/m.exec(told)?.[1];
      resolve({
        status: status === undefined ? null : Number(status),
        text: told,
        milliseconds: performance.now() - begun,
      });
    });
    socket.write(bytes);
  });
}
