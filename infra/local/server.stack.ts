import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startBroker } from './broker.service.js';
import { answersYes, freePort, loopback } from './loopback.service.js';
import { processOn } from './process.store.js';
import { ping, whichBrokers } from './question.codec.js';
import { startStore } from './store-server.service.js';

const folder = mkdtempSync(join(tmpdir(), 'charter-servers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['a broker', startBroker, whichBrokers],
  ['a store', startStore, ping],
] as const)('%s', (name, start, question) => {
  const dataFolder = join(folder, name.replace(' ', '-'));

  it('can be started, held still, killed and started again on the same port', async () => {
    const server = await start({ dataFolder, port: 0 });
    try {
      expect(await answersYes(server.port, question)).toBe(true);
      const again = await start({ dataFolder, port: 0 });
      expect(again.port).toBe(server.port);

      server.pause();
      expect(await answersYes(server.port, question)).toBe(false);
      server.resume();
      expect(await answersYes(server.port, question)).toBe(true);

      await server.kill();
      expect(processOn(dataFolder)).toBeNull();
      expect(await answersYes(server.port, question)).toBe(false);
      await server.restart();
      expect(await answersYes(server.port, question)).toBe(true);

      await server.stop();
      expect(processOn(dataFolder)).toBeNull();
    } finally {
      await server.kill();
    }
  });

  it('starts on a copy of its data in another place', async () => {
    const copy = `${dataFolder}-copy`;
    cpSync(dataFolder, copy, { recursive: true });
    const server = await start({ dataFolder: copy, port: 0 });
    await server.stop();
    expect(existsSync(copy)).toBe(true);
  });

  it('says who is at fault where its port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port, loopback);
    await once(other, 'listening');
    await expect(start({ dataFolder: `${dataFolder}-refused`, port })).rejects.toMatchObject({ code: 'port-taken' });
    other.close();
  });

  it('tells the end of its log where it dies while it starts', async () => {
    const broken = `${dataFolder}-broken`;
    cpSync(join(process.cwd(), 'infra/local/pom.xml'), join(broken, 'store.mv'));
    cpSync(join(process.cwd(), 'infra/local/pom.xml'), join(broken, 'log', 'meta.properties'));
    await expect(start({ dataFolder: broken, port: 0 })).rejects.toMatchObject({
      code: 'process-died',
      message: expect.stringMatching(/The end of .*:\n.*\S/),
    });
  });
});
