import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breachIn } from '../../libs/access/audit-chain.rule.js';
import { openMongoStore } from '../../libs/store/mongo.store.js';
import { ask, figuresAreUpToDate } from '../doors/figures.testkit.js';
import { findingsIn, flipped, lateClaim, toldRelease, type ToldRelease } from '../doors/released.testkit.js';
import { newDataFolder, runCharter } from '../doors/running-system.testkit.js';
import { refusedLineNumbers, sampleFile, sampleLines } from '../doors/sample.testkit.js';
import { killAll, runCharterOn, startDistributedSystem, type DistributedSystem } from './distributed-system.testkit.js';

const taken = sampleLines().length - refusedLineNumbers().length;
const HOUR = 3_600_000;

describe('releases made by a process for each service', () => {
  const folder = newDataFolder();
  let system: DistributedSystem;
  let first: ToldRelease;

  const make = (body: object): Promise<Response> =>
    fetch(new URL('/v1/releases', system.query.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer demo-compiler' },
      body: JSON.stringify({ year: '2025-26', state: 'final', ...body }),
    });

  beforeAll(async () => {
    system = await startDistributedSystem();
    await runCharter(folder.path, ['ingest', sampleFile, '--url', system.intake.url]);
    await figuresAreUpToDate(system.query.url, taken);
  });
  afterAll(async () => {
    await killAll(system.query, system.indicators, system.intake);
    folder.remove();
  });

  it('are made over HTTP, signed, and show a flipped byte', async () => {
    const made = await make({ note: 'The first.' });
    expect([made.status, made.headers.get('location')]).toEqual([201, '/v1/releases/2025-26.1']);
    first = await toldRelease(system.query.url, '2025-26.1');
    expect(await findingsIn(first, system.query.url)).toEqual([]);
    expect(await findingsIn(flipped(first), system.query.url)).toEqual(
      first.files.map(({ name }) => expect.objectContaining({ code: 'other-bytes', file: name, from: 0 }) as unknown),
    );
  });

  it('stay what they were to the byte, and the next one lists what changed', async () => {
    await runCharter(folder.path, ['ingest', '-', '--url', system.intake.url], JSON.stringify(lateClaim));
    await figuresAreUpToDate(system.query.url, taken + 1);
    const checks = (await (await ask(system.query.url, '/v1/checks?year=2025-26', 'demo-compiler')).json()) as {
      readonly checks: readonly { readonly check: string; readonly count: number | null }[];
    };
    expect(checks.checks).toContainEqual(expect.objectContaining({ check: 'late-facts', count: 1 }));
    const second = await make({ note: 'With what came late.' });
    expect(await second.json()).toMatchObject({ id: '2025-26.2', supersedes: '2025-26.1' });
    expect(await toldRelease(system.query.url, '2025-26.1')).toEqual(first);
    const answer = await ask(system.query.url, '/v1/releases/2025-26.2/differences', 'demo-auditor');
    const { changes, summary } = (await answer.json()) as { changes: readonly object[]; summary: string };
    expect(changes.length).toBeGreaterThan(0);
    expect(summary).toMatch(/^\d+ rows? changed since release 2025-26\.1\./);
  });

  it.each(['2025-26.1', '2025-26.2'])('are recounted from Kafka: %s', async (id) => {
    expect(await runCharterOn(system.place, ['verify', id])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Sound: /m) as unknown,
    });
  });

  it('are read before their embargo ends by the roles named, which is accounted for', async () => {
    const embargoUntil = new Date(Date.now() + HOUR).toISOString();
    expect((await make({ embargoUntil, preReleaseRoles: ['scrutiny'] })).status).toBe(201);
    const statusFor = async (token: string): Promise<number> =>
      (await ask(system.query.url, '/v1/releases/2025-26.3', token)).status;
    expect([await statusFor('demo-staff'), await statusFor('demo-scrutiny')]).toEqual([404, 200]);
    const open = await (await fetch(new URL('/v1/releases', system.query.url))).json();
    expect(open).toMatchObject({ releases: [{ id: '2025-26.2' }, { id: '2025-26.1' }] });
    const store = await openMongoStore(system.place.mongoUrl, { readOnly: true });
    const lines = await store.audit.after(0, 100);
    await store.close();
    expect(breachIn(lines)).toBeNull();
    const early = lines.map(({ entry }) => JSON.parse(entry) as { readonly action: string; readonly role: string });
    expect(early).toContainEqual(expect.objectContaining({ action: 'read-release-early', role: 'scrutiny' }));
  });
});
