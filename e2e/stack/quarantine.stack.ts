import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everySampleFigureIsEqual, figuresAreUpToDate } from '../doors/figures.testkit.js';
import {
  dealtSample,
  eventsAddUp,
  misplacedRecords,
  quarantined,
  replay,
  replayTwiceEach,
} from '../doors/misplaced.testkit.js';
import { newDataFolder, runCharter } from '../doors/running-system.testkit.js';
import { openKafka } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { killAll, runCharterOn, startDistributedSystem, type DistributedSystem } from './distributed-system.testkit.js';

const { misplaced, others } = dealtSample();
const planted = misplaced.length + 1;

describe('the sample, some of it in partitions of the topic that are not its own', () => {
  const folder = newDataFolder();
  let system: DistributedSystem;
  let replays = 0;

  beforeAll(async () => {
    system = await startDistributedSystem();
    const log = await openKafka(kafkaSettings({ ...system.place, ssl: false, sasl: '', clientId: 'test' }), null);
    await log.append(misplacedRecords(misplaced, await log.partitionCount()));
    await log.close();
    await runCharter(folder.path, ['ingest', '-', '--url', system.intake.url], others.join('\n'));
    await figuresAreUpToDate(system.query.url, planted + others.length);
  }, 120_000);
  afterAll(async () => {
    await killAll(system.query, system.indicators, system.intake);
    folder.remove();
  });

  it('gives every figure of the sample once it has been replayed, twice each', async () => {
    const { url } = system.query;
    const before = await eventsAddUp(url);
    const ids = (await quarantined(url)).filter(({ standing }) => standing === 'replayable').map(({ id }) => id);
    expect(ids).toHaveLength(misplaced.length);
    replays = await replayTwiceEach(url, ids);
    await figuresAreUpToDate(url, before.accepted + replays);
    expect(await eventsAddUp(url)).toEqual({
      accepted: before.accepted + replays,
      applied: before.applied + misplaced.length,
      duplicates: before.duplicates + replays - misplaced.length,
      quarantined: before.quarantined,
      inFlight: 0,
    });
    expect(await everySampleFigureIsEqual(url)).toBe(131);
    for (const { id } of await quarantined(url)) expect(await replay(url, id)).toBe(409);
  }, 120_000);

  it('is listed, accounted for and recounted on topic and database themselves', async () => {
    const listed = await runCharterOn(system.place, ['quarantine', 'list']);
    expect(listed.stdout.match(/ counted /g)).toHaveLength(misplaced.length);
    const checked = await runCharterOn(system.place, ['audit', 'check']);
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining(`Whole: ${replays} lines`) });
    expect(await runCharterOn(system.place, ['verify'])).toMatchObject({ code: 0 });
  }, 60_000);
});
