import { once } from 'node:events';
import { get, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PagesDoor, until } from '../pages.testkit.js';
import { Changes, type Listener } from './changes.service.js';

/** More events than may wait for a reader. */
const MANY = 2_000;

let door = new PagesDoor();
afterEach(() => door.close());

async function follow(): Promise<IncomingMessage> {
  const headers = { 'accept-encoding': 'gzip, br', cookie: 'charter-look-as=admin' };
  const request = get(`${await door.address()}/live/changes`, { agent: false, headers });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  return response.setEncoding('utf8');
}

/** A door whose changes come as a test says. */
async function openTo(changes: Pick<Changes, 'tell'>): Promise<void> {
  door = new PagesDoor();
  await door.open({}, (parts) => parts.overrideProvider(Changes).useValue(changes));
}

describe('a page that follows changes', () => {
  it('is told at once, compressed or not, on behalf of whoever looks', async () => {
    door = new PagesDoor();
    await door.open();
    const response = await follow();
    expect(response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' });
    expect(response.headers['cache-control']).toContain('no-store');
    expect(await once(response, 'data')).toEqual(['event: counted\ndata: 100\n\n']);
    expect(door.query.asked).toEqual([{ path: '/v1/status', token: 'demo-admin' }]);
    response.destroy();
  });

  it('is told when figures cannot be asked for', async () => {
    await openTo({
      tell: (_viewer, listener) => {
        listener(null);
        return () => undefined;
      },
    });
    const response = await follow();
    expect(await once(response, 'data')).toEqual(['event: away\ndata: \n\n']);
    response.destroy();
  });

  it('is forgotten when it goes, and dropped when it does not read, while others read on', async () => {
    const listeners = new Set<Listener>();
    await openTo({
      tell: (_viewer, listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    });
    const connections: Socket[] = [];
    const server: Server = door.application.getHttpServer();
    server.on('connection', (connection) => connections.push(connection));

    const gone = await follow();
    await until(() => listeners.size === 1);
    gone.destroy();
    await until(() => listeners.size === 0);

    const slow = await follow();
    const reading = await follow();
    await until(() => listeners.size === 2);
    // What is said to the slow one stays with the server, as if its buffers were full.
    connections.at(-2)?.cork();
    let read = '';
    reading.on('data', (text: string) => (read += text));
    let said = 0;
    for (; said < MANY && listeners.size === 2; said += 1) {
      for (const listener of listeners) listener(said);
      await nextTurn();
    }
    expect({ listeners: listeners.size, isEarly: said < MANY }).toEqual({ listeners: 1, isEarly: true });
    for (const listener of listeners) listener(said);
    await until(() => read.endsWith(`data: ${said}\n\n`));
    slow.destroy();
    reading.destroy();
  });

  it('does not keep the application from stopping', async () => {
    door = new PagesDoor();
    await door.open();
    const response = await follow();
    await once(response, 'data');
    const ended = once(response, 'close');
    const began = Date.now();
    await door.application.close();
    await ended;
    expect(Date.now() - began).toBeLessThan(1_000);
  });
});
