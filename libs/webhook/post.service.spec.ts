import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { post, type PostOptions, type ResolveName } from './post.service.js';
import { signedHeaders } from './signature.codec.js';
import type { Receiver } from './webhook.settings.js';

const SECRET = 'a secret that has more than 32 characters';
const message = { id: '7-2026', mediaType: 'application/cloudevents+json', body: '{"ü":1}' };
const NOW = 1_775_000_000_000;

let server: Server;
let answer: RequestListener;
let got: { readonly method: string | undefined; readonly headers: IncomingHttpHeaders; readonly body: string }[];
let port: number;

beforeEach(async () => {
  got = [];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      got.push({ method: request.method, headers: request.headers, body });
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  port = typeof at === 'object' && at !== null ? at.port : 0;
});

afterEach(async () => {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
});

function receiver(host = '127.0.0.1', isLocal = true): Receiver {
  return { url: `http://${host}:${String(port)}/hook?k=1`, secret: SECRET, isLocal };
}

/** Resolves every name to these addresses, and says how often it was asked. */
function resolvesTo(...addresses: readonly string[]): { readonly asked: () => number; readonly resolve: ResolveName } {
  let asked = 0;
  const resolve: ResolveName = (_name, _options, callback) => {
    asked += 1;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { asked: () => asked, resolve };
}

const options: PostOptions = { now: NOW };

describe('a message that is posted', () => {
  it('comes signed, as it is', async () => {
    answer = (_, response) => response.writeHead(204).end();
    expect(await post(receiver(), message, options)).toBeNull();
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({
      method: 'POST',
      body: message.body,
      headers: {
        'content-type': message.mediaType,
        'content-length': '8',
        ...signedHeaders(SECRET, { ...message, at: NOW }),
      },
    });
  });

  it.each([200, 201, 202, 299])('has been taken when it is answered %i', async (status) => {
    answer = (_, response) => response.writeHead(status).end('some text that nobody reads');
    expect(await post(receiver(), message, options)).toBeNull();
  });

  it.each([301, 307, 400, 404, 410, 429, 500, 503])('has not been when it is answered %i', async (status) => {
    answer = (_, response) => response.writeHead(status, { location: '/elsewhere' }).end();
    expect(await post(receiver(), message, options)).toBe(`it answered ${String(status)}`);
    expect(got).toHaveLength(1);
  });

  it('has not been when no answer comes in time, or none at all', async () => {
    answer = () => undefined;
    expect(await post(receiver(), message, { ...options, longestWait: 50 })).toBe('it did not answer in time');
    answer = (request) => request.socket.destroy();
    expect(await post(receiver(), message, options)).toContain('could not be reached');
  });

  it('is not waited for when the process stops', async () => {
    const stopping = new AbortController();
    answer = () => stopping.abort();
    expect(await post(receiver(), message, { ...options, stopped: stopping.signal })).toContain('ABORT');
  });
});

describe('a receiver within the network', () => {
  beforeEach(() => {
    answer = (_, response) => response.writeHead(204).end();
  });

  it.each(['127.0.0.1', '10.0.0.1', '[::1]', '169.254.169.254'])('is not connected to at %s', async (host) => {
    expect(await post(receiver(host, false), message, options)).toContain('public internet');
    expect(got).toEqual([]);
  });

  it.each([['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['fd00::1'], []])(
    'is not connected to by a name that leads to %j %j',
    async (...addresses) => {
      const { resolve } = resolvesTo(...addresses);
      const failure = await post(receiver('receiver.example', false), message, { ...options, resolveName: resolve });
      expect(failure).toContain('public internet');
      expect(got).toEqual([]);
    },
  );

  it('on this machine must be that', async () => {
    const { resolve: away } = resolvesTo('8.8.8.8');
    expect(await post(receiver('localhost'), message, { ...options, resolveName: away })).toContain('public internet');
    const { asked, resolve } = resolvesTo('127.0.0.1');
    expect(await post(receiver('localhost'), message, { ...options, resolveName: resolve })).toBeNull();
    expect(asked()).toBe(1);
  });

  it('that has no address cannot be reached', async () => {
    const lost: ResolveName = (_name, _options, callback) => {
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    };
    const failure = await post(receiver('receiver.example', false), message, { ...options, resolveName: lost });
    expect(failure).toBe('it could not be reached (ENOTFOUND)');
  });
});
