import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStream } from './event-stream.service.js';

const SETTINGS = { longestStallMs: 3_600_000, mostWaitingBytes: 1024 * 1024 };
/** More than the sockets of both ends hold. */
const FLOOD = 200;
const BLOCK = `data: ${'x'.repeat(100_000)}\n\n`;

let server: Server;
let response: ServerResponse;
let client: IncomingMessage;

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  client.destroy();
  server.close();
});

/** A stream and its client, who reads nothing until told to. */
async function connect(settings = SETTINGS): Promise<EventStream> {
  const asked = once(server, 'request');
  const request = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', agent: false });
  [, response] = (await asked) as [IncomingMessage, ServerResponse];
  const stream = new EventStream(response, settings);
  [client] = (await once(request, 'response')) as [IncomingMessage];
  client.on('error', () => undefined);
  client.pause();
  return stream;
}

/** Sends blocks one by one, as time goes on. */
async function flood(stream: EventStream): Promise<void> {
  for (let sent = 0; sent < FLOOD && !response.destroyed; sent += 1) {
    stream.send(BLOCK);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a reader', () => {
  it('that reads gets everything, however much', async () => {
    const stream = await connect();
    let bytes = 0;
    client.on('data', (chunk: Buffer) => (bytes += chunk.length)).resume();
    for (let sent = 0; sent < FLOOD; sent += 1) {
      stream.send(BLOCK);
      while (response.writableLength > SETTINGS.mostWaitingBytes) await once(response, 'drain');
    }
    stream.send(': end\n\n');
    while (response.writableLength > 0) await once(response, 'drain');
    stream.end();
    await once(client, 'end');
    expect(bytes).toBe(FLOOD * BLOCK.length + ': end\n\n'.length);
  });

  it('that stops reading is dropped when too much waits, and no more than that is kept', async () => {
    const stream = await connect();
    const closed = once(response, 'close');
    let most = 0;
    for (let sent = 0; sent < FLOOD && !response.destroyed; sent += 1) {
      stream.send(BLOCK);
      most = Math.max(most, response.writableLength);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await closed;
    expect(most).toBeGreaterThan(SETTINGS.mostWaitingBytes);
    expect(most).toBeLessThan(SETTINGS.mostWaitingBytes + 2 * BLOCK.length);
    expect(response.destroyed).toBe(true);
  });

  it('that stops reading is dropped when it has not read for too long', async () => {
    const stream = await connect({ longestStallMs: 20, mostWaitingBytes: Infinity });
    const closed = once(response, 'close');
    await flood(stream);
    await closed;
    expect(response.destroyed).toBe(true);
  });

  it('that reads again in time is kept', async () => {
    const longestStallMs = 1_500;
    const stream = await connect({ longestStallMs, mostWaitingBytes: Infinity });
    await flood(stream);
    client.resume();
    while (response.writableLength > 0 && !response.destroyed) await once(response, 'drain');
    await new Promise((resolve) => setTimeout(resolve, longestStallMs + 100));
    expect(response.destroyed).toBe(false);
    stream.end();
  });

  it('that has stopped reading does not hold up the end', async () => {
    const stream = await connect({ longestStallMs: 3_600_000, mostWaitingBytes: Infinity });
    const closed = once(response, 'close');
    await flood(stream);
    stream.end();
    await closed;
  });

  it('that has left is known to have left, and sending to it has no effect', async () => {
    const stream = await connect();
    const left = new Promise<void>((resolve) => stream.onClose(resolve));
    client.destroy();
    await left;
    stream.send(BLOCK);
    stream.end();
    let told = false;
    stream.onClose(() => (told = true));
    expect(told).toBe(true);
  });
});
