import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { BoundedServer } from './bounded-server.service.js';

@Controller()
class Told {
  @Get()
  get(): string {
    return 'told';
  }

  @Post()
  async post(): Promise<string> {
    return Promise.resolve('taken');
  }
}

@Module({ controllers: [Told] })
class ToldModule {}

let application: NestExpressApplication;
let port: number;
const sockets: Socket[] = [];

beforeEach(async () => {
  const server = new BoundedServer({ connections: 3, requestSeconds: 1 }, 500);
  application = await NestFactory.create<NestExpressApplication>(ToldModule, server, { logger: false });
  await application.listen(0, '127.0.0.1');
  port = Number(new URL(await application.getUrl()).port);
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await application.close();
});

function connect(): Socket {
  const socket = createConnection(port, '127.0.0.1').on('error', () => undefined);
  sockets.push(socket);
  return socket;
}

/** Sends a byte a tenth of a second, and answers how the server ends it, and after how many milliseconds. */
async function drip(head: string): Promise<{ readonly told: string; readonly after: number }> {
  const begun = performance.now();
  const socket = connect();
  socket.write(head);
  const dripping = setInterval(() => socket.write('x'), 100);
  const told = await text(socket).catch(() => '');
  clearInterval(dripping);
  return { told, after: performance.now() - begun };
}

describe('a bounded server', () => {
  it('ends a request whose headers drip in', async () => {
    const { told, after } = await drip('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(told).toMatch(/^HTTP\/1\.1 408 /);
    expect(after).toBeLessThan(4_000);
  });

  it('ends a request whose body drips in', async () => {
    const { after } = await drip(
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{"',
    );
    expect(after).toBeLessThan(4_000);
  });

  it('answers others meanwhile', async () => {
    const slow = drip('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(await response.text()).toBe('told');
    await slow;
  });

  it('takes no more connections than it may, until one has gone', async () => {
    const held = [connect(), connect(), connect()];
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    const [more] = [connect()];
    await once(more, 'close');
    held[0]?.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('told');
  });
});
