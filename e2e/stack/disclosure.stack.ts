import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { measureNamed } from '../attacker/attacker.testkit.js';
import { everyAnswerIsTheOneAttacked } from '../attacker/fetched-over-http.testkit.js';
import { seededClaims } from '../attacker/seeded-claims.testkit.js';
import { figuresAreUpToDate } from '../doors/figures.testkit.js';
import { newDataFolder, runCharter } from '../doors/running-system.testkit.js';
import { killAll, startDistributedSystem, type DistributedSystem } from './distributed-system.testkit.js';

const claims = seededClaims(20_260_401);

describe('what scrutiny can fetch from a process for each service', () => {
  const folder = newDataFolder();
  let system: DistributedSystem;

  beforeAll(async () => {
    system = await startDistributedSystem();
    await runCharter(folder.path, ['ingest', '-', '--url', system.intake.url], claims.lines.join('\n'));
    await figuresAreUpToDate(system.query.url, claims.lines.length);
  });
  afterAll(async () => {
    await killAll(system.query, system.indicators, system.intake);
    folder.remove();
  });

  it.each(['approval-rate', 'open-applications', 'redetermination-outcomes'])(
    'is what nothing could be worked out from: %s',
    async (id) => {
      expect(await everyAnswerIsTheOneAttacked(system.query.url, claims, measureNamed(id))).toBeGreaterThan(50);
    },
  );
});
