import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync } from 'node:fs';
import { everySampleFigureIsEqual } from './figures.testkit.js';
import { newDataFolder, runCharter, startSystem } from './running-system.testkit.js';
import { sampleFile } from './sample.testkit.js';
import { spoiltCopy } from './spoilt-copy.testkit.js';

const folder = newDataFolder();

beforeAll(async () => {
  await runCharter(folder.path, ['ingest', sampleFile]);
}, 60_000);
afterAll(folder.remove);

describe('charter rebuild', () => {
  it('counts the log anew, finds the same, and the figures are right afterwards', async () => {
    const before = newDataFolder();
    cpSync(folder.path, before.path, { recursive: true });
    for (let round = 2; round <= 3; round += 1) {
      const { code, stdout, stderr } = await runCharter(folder.path, ['rebuild']);
      expect({ code, stderr }).toMatchObject({ code: 0 });
      expect(stdout).toMatch(/^Equal: [\d,]+ events, every sum the same\.$/m);
      expect(stdout).toMatch(new RegExp(`^Readers use [0-9a-f]{12}-${String(round)} now\\.`, 'm'));
    }
    expect((await runCharter(folder.path, ['verify'])).code).toBe(0);
    const compared = await runCharter(folder.path, ['compare', before.path, folder.path]);
    expect(compared).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Equal: [\d,]+ figures/) as unknown });
    before.remove();
    const system = await startSystem(folder.path);
    expect(await everySampleFigureIsEqual(system.url)).toBeGreaterThanOrEqual(60);
    const again = await runCharter(folder.path, ['compare', folder.path, system.url]);
    expect(again.code).toBe(0);
    await system.stop();
  }, 60_000);

  it('needs the folder to itself, and says so', async () => {
    const system = await startSystem(folder.path);
    const { code, stderr } = await runCharter(folder.path, ['rebuild']);
    await system.stop();
    expect(code).toBe(2);
    expect(stderr).toMatch(/in use by process \d+[^]*stopped first/);
  }, 60_000);

  it('deletes what it has left when it is told to', async () => {
    await runCharter(folder.path, ['rebuild']);
    const { code, stdout } = await runCharter(folder.path, ['rebuild', '--prune']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Deleted: /);
    expect((await runCharter(folder.path, ['verify'])).code).toBe(0);
  }, 60_000);

  it('moves nobody where the figures in use are wrong', async () => {
    const spoilt = spoiltCopy(folder.path, 'UPDATE segment SET duplicates = duplicates + 1');
    const { code, stdout } = await runCharter(spoilt.path, ['rebuild']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^partition 0 through \d+: duplicates is \d+, not \d+$/m);
    expect(stdout).toContain('not switched');
    spoilt.remove();
  }, 60_000);
});

describe('charter verify', () => {
  it.each([
    ['a count', 'UPDATE segment SET applied = applied + 1', /^partition \d: applied is \d+, not \d+$/m],
    [
      'rows of another partition',
      'UPDATE segment SET rows = (SELECT rows FROM segment ORDER BY place DESC LIMIT 1)',
      /^partition \d: \S+@\S+ in \d{4}-\d\d: sums that differ: \d+$/m,
    ],
    ['a segment', 'DELETE FROM segment WHERE place = (SELECT MIN(place) FROM segment)', /^partition \d: .* a gap/m],
    [
      'a record of the log',
      'UPDATE segment SET digest = (SELECT digest FROM segment ORDER BY place DESC LIMIT 1)',
      /^partition \d: .*another record/m,
    ],
  ])(
    'finds that %s is not as it was',
    async (_, sql, words) => {
      const spoilt = spoiltCopy(folder.path, sql);
      const { code, stdout } = await runCharter(spoilt.path, ['verify']);
      expect(code).toBe(1);
      expect(stdout).toMatch(words);
      spoilt.remove();
    },
    60_000,
  );

  it('says where there is no such release', async () => {
    const { code, stderr } = await runCharter(folder.path, ['verify', '2025-26.1']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no release 2025-26.1');
  }, 60_000);
});

describe('charter compare', () => {
  it('lists where two systems differ, by measure and month', async () => {
    const other = newDataFolder();
    await runCharter(other.path, ['ingest', '-'], anotherCall());
    const { code, stdout } = await runCharter(folder.path, ['compare', folder.path, other.path]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^calls-answered,2026-05,,[^,]+,1 \(1\/1\)/m);
    other.remove();
  }, 60_000);
});

function anotherCall(): string {
  return JSON.stringify({
    specversion: '1.0',
    id: 'one-call',
    source: 'urn:example:synthetic',
    type: 'charter.call.ended.v1',
    time: '2026-05-05T10:00:00Z',
    subject: 'CALL-000001',
    data: { outcome: 'answered', waitSeconds: 10 },
  });
}
