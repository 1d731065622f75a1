import { afterEach, describe, expect, it, jest } from '@jest/globals';
import kafkajs, { type Cluster } from 'kafkajs';
import { consumerWithCluster } from './kafka-client.log.js';
import { KafkaConsumer } from './kafka.consumer.js';
import { makeTopic, type TopicUnderTest } from './kafka.testkit.js';
import { describeLogConsumer } from './log-consumer.contract.js';
import { RecordingHandler } from './recording-handler.testkit.js';

jest.setTimeout(60_000);
const patience = 20_000;
/** Whose type says nothing of what it is made from. */
const noCoordinator = Reflect.construct(kafkajs.KafkaJSGroupCoordinatorNotFound, ['none']) as Error;

describeLogConsumer('A consumer of a Kafka group', patience, async () => {
  const { settings, log, remove } = await makeTopic(3);
  return { log, newConsumer: () => new KafkaConsumer(settings, { groupId: settings.topic }), remove };
});

describe('consumers of one group', () => {
  const consumers: KafkaConsumer[] = [];
  let topic: TopicUnderTest;
  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
    await topic.remove();
  });

  /** Starts a consumer whose handler reads from the beginning, and says what it holds at any time. */
  const join = async (): Promise<{ consumer: KafkaConsumer; handler: RecordingHandler; held: Set<number> }> => {
    const held = new Set<number>();
    const handler = new RecordingHandler(
      {
        assigned: (partition) => {
          held.add(partition);
          return Promise.resolve(0);
        },
        revoked: (partition) => {
          held.delete(partition);
          return Promise.resolve();
        },
      },
      patience,
    );
    const options = { groupId: topic.settings.topic, sessionMs: 6_000, silenceMs: 5_000 };
    const consumer = new KafkaConsumer(topic.settings, options);
    consumers.push(consumer);
    await consumer.start(handler);
    return { consumer, handler, held };
  };

  it('share the partitions, and one takes over what another leaves', async () => {
    topic = await makeTopic(6);
    const values = ['0', '1', '2', '3', '4', '5'];
    await topic.log.append(values.map((value, partition) => ({ key: 'CASE-000001', value, partition })));
    const one = await join();
    await one.handler.until(() => one.held.size === 6, 'all six');
    const two = await join();
    await two.handler.until(() => one.held.size === 3 && two.held.size === 3, 'three each');
    expect(new Set([...one.held, ...two.held]).size).toBe(6);
    const stays = [...one.held][0] ?? -1;
    // What stays with its owner is revoked too: what is in memory belongs to one assignment.
    expect(one.handler.calls.filter((call) => call === `revoked ${stays}`)).toHaveLength(1);
    await one.consumer.stop();
    await two.handler.until(() => two.held.size === 6, 'all six taken over');
    await two.handler.until(
      () => values.every((value, partition) => two.handler.valuesOf(partition).includes(value)),
      'every record',
    );
  });

  it('write how far they are, for tools that show lag', async () => {
    topic = await makeTopic(1);
    const { admin, settings, log } = topic;
    await log.append(['a', 'b'].map((value) => ({ key: 'CASE-000001', value })));
    const { handler } = await join();
    const offset = async (): Promise<string | undefined> =>
      (await admin.fetchOffsets({ groupId: settings.topic, topics: [settings.topic] }))[0]?.partitions[0]?.offset;
    await handler.saw('caught up 0');
    while ((await offset()) !== '2') await new Promise((resolve) => setTimeout(resolve, 100));
  });

  it.each([
    ['and cannot join again at once', new kafkajs.KafkaJSConnectionError('cut')],
    ['and finds no coordinator, for which kafkajs gives up', noCoordinator],
  ])('join again where the broker has forgotten them %s', async (_, error) => {
    // kafkajs went on without being a member, and nobody counted; or it ended, and with it the process.
    topic = await makeTopic(2);
    const { handler } = await join();
    await handler.saw('caught up 0');
    const cluster = await forgetMembersOf(topic);
    const prototype = Object.getPrototypeOf(cluster) as Cluster;
    const failing = jest.spyOn(prototype, 'findGroupCoordinator').mockRejectedValue(error);
    await handler.until(() => failing.mock.calls.length >= 2, 'attempts to join');
    failing.mockRestore();
    await handler.saw('assigned 1', 2);
    await topic.log.append([{ key: 'CASE-000001', value: 'after', partition: 1 }]);
    await handler.until(() => handler.valuesOf(1).includes('after'), 'the next record');
  });

  it('end where the log no longer holds what is to be read', async () => {
    topic = await makeTopic(1);
    const consumer = new KafkaConsumer(topic.settings, { groupId: topic.settings.topic });
    consumers.push(consumer);
    const { ended } = await consumer.start(new RecordingHandler({ assigned: () => Promise.resolve(5) }));
    await expect(ended).rejects.toMatchObject({ code: 'offset-gone', retriable: false });
  });

  it('wait for a broker that is not there, and stop when told to', async () => {
    topic = await makeTopic(1);
    const consumer = new KafkaConsumer({ ...topic.settings, brokers: ['127.0.0.1:9'] }, { groupId: 'charter-test' });
    const { ended } = await consumer.start(new RecordingHandler());
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await consumer.stop();
    await expect(ended).resolves.toBeUndefined();
  });
});

/** What kafkajs's brokers can do and its types do not say. */
interface Coordinator {
  readonly leaveGroup: (member: { readonly groupId: string; readonly memberId: string }) => Promise<unknown>;
}

/** Tells the broker that the members of a topic's group have gone; answers one of kafkajs's clusters. */
async function forgetMembersOf({ kafka, admin, settings: { topic: groupId } }: TopicUnderTest): Promise<Cluster> {
  const { consumer, cluster } = consumerWithCluster(kafka, { groupId: 'none' });
  await consumer.connect();
  const { groups } = await admin.describeGroups([groupId]);
  const coordinator = (await cluster.findGroupCoordinator({ groupId })) as unknown as Coordinator;
  for (const { memberId } of groups.flatMap(({ members }) => members)) {
    await coordinator.leaveGroup({ groupId, memberId });
  }
  await consumer.disconnect();
  return cluster;
}
