import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../pages.testkit.js';
import { demoPages } from '../pages.settings.js';
import { exampleStatus } from '../query-client/example-answers.testkit.js';
import { QueryClient } from '../query-client/query.client.js';
import { AttentionChanges } from './attention-changes.service.js';
import { Changes } from './changes.service.js';

/** A query service of a status and a stream, whose events a test sends. */
let server: Server;
let streams: ServerResponse[];
let asked: IncomingHttpHeaders[];
let streamStatus: number;
let changes: Changes;
let attention: AttentionChanges;

beforeEach(async () => {
  [streams, asked, streamStatus] = [[], [], 200];
  server = createServer(({ url, headers }, response) => {
    if (url === '/v1/status') response.setHeader('content-type', 'application/json').end(JSON.stringify(exampleStatus));
    else {
      asked.push(headers);
      response.writeHead(streamStatus, { 'content-type': 'text/event-stream' }).flushHeaders();
      if (streamStatus === 200) streams.push(response);
      else response.end('{}');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  const pages = demoPages(() => `http://127.0.0.1:${String(port)}`);
  const query = new QueryClient(pages);
  changes = new Changes(query, pages);
  attention = new AttentionChanges(changes, query, pages);
});

afterEach(async () => {
  changes.beforeApplicationShutdown();
  attention.beforeApplicationShutdown();
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
});

function send(id: number): void {
  for (const stream of streams) stream.write(`: heartbeat\n\nevent: attention\nid: ${String(id)}\ndata: {}\n\n`);
}

describe('readers of attention', () => {
  it('are told when something was counted and when a state has changed, by one stream for a role', async () => {
    const told: (number | null)[][] = [[], [], []];
    const stops = told.map((mine) => attention.tell('staff', (counted) => void mine.push(counted)));
    const each = (count: number): Promise<void> => until(() => told.every((mine) => mine.length === count));
    await each(1);
    await until(() => streams.length === 1);
    send(3);
    await each(2);
    send(4);
    await each(3);
    expect(told).toEqual([1, 2, 3].map(() => [100, 100, 100]));
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer demo-staff']);
    const closed = once(streams[0] as ServerResponse, 'close');
    for (const stop of stops) stop();
    await closed;
  });

  it('follow again from where they left off when the stream ends', async () => {
    const stop = attention.tell('staff', () => undefined);
    await until(() => streams.length === 1);
    send(7);
    await pause(20);
    streams[0]?.end();
    await until(() => streams.length === 2);
    expect(asked.map((headers) => headers['last-event-id'])).toEqual([undefined, '7']);
    stop();
  });

  it('who may not see figures are told what was counted, and follow nothing', async () => {
    streamStatus = 403;
    const told: (number | null)[] = [];
    const stop = attention.tell('scrutiny', (counted) => void told.push(counted));
    await until(() => told.length === 1 && asked.length === 1);
    await pause(50);
    expect(asked).toHaveLength(1);
    stop();
  });
});
