import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atTheLastStep, attempt, controlled, measureNamed } from '../attacker/attacker.testkit.js';
import { everyAnswerIsTheOneAttacked, fetchOver } from '../attacker/fetched-over-http.testkit.js';
import { seededClaims } from '../attacker/seeded-claims.testkit.js';
import { ask, figuresAreUpToDate } from './figures.testkit.js';
import { newDataFolder, runCharter, startSystem, type RunningSystem } from './running-system.testkit.js';

const claims = seededClaims(20_260_401);

describe('what scrutiny can fetch over HTTP', () => {
  const folder = newDataFolder();
  let system: RunningSystem;

  beforeAll(async () => {
    system = await startSystem(folder.path);
    await runCharter(folder.path, ['ingest', '-', '--url', system.url], claims.lines.join('\n'));
    await figuresAreUpToDate(system.url, claims.lines.length);
  }, 60_000);

  afterAll(async () => {
    await system.stop();
    folder.remove();
  }, 60_000);

  it.each(['applications-received', 'approval-rate', 'open-applications', 'decision-time', 'redetermination-outcomes'])(
    'is what nothing could be worked out from: %s',
    async (id) => {
      expect(await everyAnswerIsTheOneAttacked(system.url, claims, measureNamed(id))).toBeGreaterThan(50);
    },
    60_000,
  );

  it('tells nothing that is suppressed', async () => {
    const { rules } = controlled(claims);
    const attack = atTheLastStep(measureNamed('applications-received'));
    const { suppressed, disclosures } = await attempt('over HTTP', { fetch: fetchOver(system.url), rules }, attack);
    expect(suppressed).toBeGreaterThan(0);
    expect(disclosures).toEqual([]);
  }, 60_000);

  it.each(['2026-06-10', '2026-06-27'])('is refused as known on %s, which is no step', async (asOf) => {
    const answer = await ask(system.url, `/v1/observations?measure=approval-rate&asOf=${asOf}`, 'demo-scrutiny');
    expect(answer.status).toBe(400);
  });

  it('has promises and what needs attention by the same figures', async () => {
    const step = '2026-06-28';
    const question = `measure=approval-rate&grain=month&from=2026-05-01&to=2026-05-31&asOf=${step}`;
    const observed = await rowsOf(`/v1/observations?${question}`, 'observations');
    const standing = (await rowsOf(`/v1/attention?asOf=${step}`, 'rows')).find(
      ({ measure }) => (measure as { id: string }).id === 'approval-rate',
    );
    expect(standing?.['latest']).toEqual(observed[0]);
  });

  async function rowsOf(path: string, member: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const answer = (await (await ask(system.url, path, 'demo-scrutiny')).json()) as Readonly<
      Record<string, readonly Readonly<Record<string, unknown>>[]>
    >;
    return answer[member] ?? [];
  }
});
