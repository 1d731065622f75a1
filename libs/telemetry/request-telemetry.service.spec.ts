import { once } from 'node:events';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import express from 'express';
import request from 'supertest';
import { observeRequests } from './request-telemetry.service.js';
import { startTelemetry } from './telemetry.service.js';
import type { Telemetry } from './telemetry.port.js';
import { valueIn } from './telemetry.testkit.js';
import { currentTraceparent } from './traceparent.codec.js';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const COUNT = 'http_server_request_duration_seconds_count';

let telemetry: Telemetry;
let server: Server;

beforeAll(async () => {
  telemetry = startTelemetry('test', {});
  const application = express();
  application.use(observeRequests());
  application.get('/cases/:reference', (_, response) => {
    setImmediate(() => response.json(currentTraceparent() ?? null));
  });
  application.get('/stream', (_, response) => {
    response.type('text/event-stream').end('data: {}\n\n');
  });
  server = application.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  await telemetry.close();
  Logger.overrideLogger(['error', 'warn']);
});

describe('requests', () => {
  it('are measured by the template of their route, never by their address', async () => {
    await request(server).get('/cases/CASE-000001?name=CASE-000001');
    await request(server).get('/nowhere/CASE-000001');
    await request(server).patch('/cases/CASE-000001');
    const text = await telemetry.metricsText();
    expect(valueIn(text, `${COUNT}{method="GET",route="/cases/:reference",status="200"}`)).toBe(1);
    expect(valueIn(text, `${COUNT}{method="GET",route="unmatched",status="404"}`)).toBe(1);
    expect(valueIn(text, `${COUNT}{method="PATCH",route="unmatched",status="404"}`)).toBe(1);
    expect(text).not.toContain('CASE-000001');
  });

  it('are not measured where the answer stays open', async () => {
    await request(server).get('/stream');
    expect(await telemetry.metricsText()).not.toContain('/stream');
  });

  it("carry their sender's trace on, also where no span is made here", async () => {
    const { body } = await request(server).get('/cases/1').set('traceparent', TRACEPARENT);
    expect(body).toBe(TRACEPARENT);
    expect((await request(server).get('/cases/1').set('traceparent', 'of no use')).body).toBeNull();
  });
});
