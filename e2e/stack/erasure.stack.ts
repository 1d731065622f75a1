import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withDatabase } from '../../libs/store/mongo-url.codec.js';
import { figuresAreUpToDate } from '../doors/figures.testkit.js';
import { newDataFolder, runCharter } from '../doors/running-system.testkit.js';
import { refusedLineNumbers, sampleFile, sampleLines } from '../doors/sample.testkit.js';
import { killAll, runCharterOn, startDistributedSystem, type DistributedSystem } from './distributed-system.testkit.js';

const refused = refusedLineNumbers();
const taken = sampleLines().filter((_, index) => !refused.includes(index + 1));

describe('a case that is erased from Kafka and the store', () => {
  const folder = newDataFolder();
  const references = join(folder.path, 'references');
  const into = `charter-erased-${randomUUID()}`;
  let before: DistributedSystem;
  let after: DistributedSystem | undefined;
  let erased: string;

  beforeAll(async () => {
    before = await startDistributedSystem();
    await runCharter(folder.path, ['ingest', sampleFile, '--url', before.intake.url]);
    await figuresAreUpToDate(before.query.url, taken.length);
    expect(await runCharterOn(before.place, ['release', '2025-26', '--state', 'final'])).toMatchObject({ code: 0 });
    await before.intake.stop();
    await before.indicators.stop();
    const cases = [...Map.groupBy(taken, subjectOf)].sort(([, a], [, b]) => b.length - a.length);
    erased = cases[0]?.[0] ?? '';
    writeFileSync(references, `${erased}\n`);
  }, 120_000);
  afterAll(async () => {
    await killAll(before.query, before.indicators, before.intake);
    await killAll(after?.query, after?.indicators, after?.intake);
    folder.remove();
  });

  it('is left out of a new topic and a new database, once', async () => {
    const first = await runCharterOn(before.place, ['erase', references, '--into', into]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toMatch(/^1 case, \d+ events erased\.$/m);
    expect(first.stdout).toContain(`CHARTER_KAFKA_TOPIC=${into}`);
    expect(await runCharterOn(before.place, ['erase', references, '--into', into])).toMatchObject({ code: 2 });
  }, 60_000);

  it('is in no figure that is counted from there, and every other case is as it was', async () => {
    const mongoUrl = withDatabase(before.place.mongoUrl, into);
    after = await startDistributedSystem({ ...before.place, topic: into, mongoUrl });
    const others = taken.filter((line) => subjectOf(line) !== erased);
    await figuresAreUpToDate(after.query.url, others.length);
    const file = join(folder.path, 'others.ndjson');
    writeFileSync(file, others.join('\n'));
    const expected = join(folder.path, 'expected');
    await runCharter(expected, ['ingest', file]);
    expect(await runCharter(expected, ['compare', after.query.url, expected])).toMatchObject({ code: 0 });
    const exported = await runCharterOn(after.place, ['export']);
    expect(exported.stdout.split('\n')).toHaveLength(others.length + 1);
    expect(exported.stdout).not.toContain(`"${erased}"`);
  }, 120_000);

  it('leaves a release as it was, which says that it cannot be recounted', async () => {
    expect(await runCharterOn(after?.place ?? before.place, ['verify', '2025-26.1'])).toMatchObject({
      code: 0,
      stdout: '1 case erased since: not recomputable.\nFiles and signatures are as they were made.\n',
    });
  }, 60_000);
});

function subjectOf(line: string): string {
  return /"subject":\s*"([^"]*)"/.exec(line)?.[1] ?? '';
}
