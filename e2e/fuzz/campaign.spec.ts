import { once } from 'node:events';
import { Agent, createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newDataFolder, startSystem, type RunningSystem } from '../doors/running-system.testkit.js';
import { ask, write, type Told } from './asked.testkit.js';
import { campaign, campaignsAt } from './campaign.service.js';
import { questionsOf } from './questions.campaign.js';
import { faultOf } from './verdict.rule.js';

const told = (status: number | null, text = ''): Told => ({ status, text, milliseconds: 1 });

describe('the verdict', () => {
  it.each([200, 202, 303, 400, 401, 404, 413, 415, 429, 431, null])('finds nothing wrong with %s', (status) => {
    expect(faultOf(told(status, '{"detail":"The request could not be read."}'))).toBeNull();
  });

  it.each([
    [500, 'Something went wrong here.', 'answered 500'],
    [503, 'Come back later.', 'answered 503'],
    [400, 'Error\n    at Object.parse (file.js:1:1)', 'told'],
    [404, 'ENOENT /srv/dist/services/main.js', 'told'],
    [400, 'SQLITE_CONSTRAINT', 'told'],
  ])('finds %s %j', (status, text, fault) => {
    expect(faultOf(told(status, text))).toContain(fault);
  });
});

describe('a campaign', () => {
  const brokenByA = campaign('texts', 1, fc.string(), (text) => Promise.resolve(told(text.includes('a') ? 500 : 200)));

  it('tells the seed and the smallest request that shows a fault', async () => {
    await expect(brokenByA.run(2_000, 7)).rejects.toThrow(/seed: 7[^]*Counterexample: \["a"\][^]*answered 500/);
  });

  it('counts what came of its requests', async () => {
    const fine = campaign('numbers', 1, fc.nat(), (one) => Promise.resolve(told(one % 2 === 0 ? 200 : null)));
    const { requests, byStatus } = await fine.run(100, 7);
    expect(requests).toBe(100);
    expect((byStatus.get('200') ?? 0) + (byStatus.get('closed') ?? 0)).toBe(100);
  });
});

describe('asking', () => {
  let server: Server | undefined;
  afterEach(() => server?.closeAllConnections());

  async function serving(listener: RequestListener): Promise<string> {
    server = createServer(listener).listen(0, '127.0.0.1').unref();
    await once(server, 'listening');
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  const asked = { method: 'GET', path: '/', headers: {} };

  it('fails where no answer comes in time', async () => {
    const url = await serving(() => undefined);
    await expect(ask(url, new Agent(), asked, 100)).rejects.toThrow('no answer within 100 ms');
    Object.assign(server ?? {}, { httpAllowHalfOpen: true });
    await expect(write(url, Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'), 100)).rejects.toThrow('still open');
  });

  it('fails where an answer is cut', async () => {
    const url = await serving((_, response) =>
      response.writeHead(200, { 'content-length': 5 }).write('ab', () => response.destroy()),
    );
    await expect(ask(url, new Agent(), asked)).rejects.toThrow();
  });

  it('has been told of a stream when it has begun', async () => {
    const url = await serving((_, response) =>
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':'),
    );
    expect(await ask(url, new Agent(), asked)).toMatchObject({ status: 200 });
  });
});

describe('the system', () => {
  const folder = newDataFolder();
  let system: RunningSystem;
  beforeAll(async () => {
    system = await startSystem(folder.path);
  }, 40_000);
  afterAll(async () => {
    await system.stop();
    folder.remove();
  });

  it('answers odd requests of every kind; npm run fuzz sends more', async () => {
    for (const { run } of campaignsAt(system.url, await questionsOf(system.url))) {
      expect((await run(25, 20_261_124)).requests).toBe(25);
    }
  }, 60_000);
});
