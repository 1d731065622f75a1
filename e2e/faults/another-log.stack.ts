import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kafkaClient } from '../../libs/log/kafka-client.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import { killAll, newPlace, startService, type Place } from '../stack/distributed-system.testkit.js';
import { expectCountedOnce } from './counted-once.testkit.js';
import { linesOf } from './load.testkit.js';
import { Sender } from './sender.testkit.js';

const lines = linesOf({ scale: 0.0002, seed: 12 });

/** All that a test does, and then indicators have to begin on another log than the figures were counted from. */
describe('a log that is another than the one counted from (fault 12)', () => {
  let place: Place;
  let admin: ReturnType<ReturnType<typeof kafkaClient>['admin']>;
  let intake: RunningSystem;
  let indicators: RunningSystem;
  let query: RunningSystem;

  beforeEach(async () => {
    place = newPlace();
    indicators = await startService('indicators', place);
    [intake, query] = await Promise.all([startService('intake', place), startService('query', place)]);
    const sender = new Sender(() => intake.url);
    await sender.send(lines.slice(0, 300));
    await expectCountedOnce(query.url, { accepted: sender.accepted });
    await Promise.all([intake, indicators, query].map((one) => one.stop()));
    admin = kafkaClient(kafkaSettings({ ...place, ssl: false, sasl: '', clientId: 'test' })).admin();
    await admin.connect();
  }, 120_000);
  afterEach(async () => {
    await admin.disconnect();
    await killAll(intake, indicators, query);
  });

  it.each([
    ['empty', 0],
    ['longer than before', lines.length],
  ])(
    'made anew and %s, is refused with what to do about it',
    async (_, count) => {
      await admin.deleteTopics({ topics: [place.topic] });
      intake = await startService('intake', place);
      const sender = new Sender(() => intake.url);
      await sender.send([...lines.slice(300), ...lines.slice(0, 300)].slice(0, count));
      indicators = await startService('indicators', place);
      expect(await indicators.ended()).toBe(1);
      expect(indicators.told()).toContain('The figures were not counted from this log.');
    },
    120_000,
  );

  it('with more partitions, is refused with what to do about it', async () => {
    await admin.createPartitions({ topicPartitions: [{ topic: place.topic, count: 13 }] });
    await expect(startService('indicators', place)).rejects.toThrow(
      'The log has 13 partitions, the figures were counted from 12.',
    );
  }, 120_000);
});
