import { consumerWithCluster, kafkaClient } from '../../libs/log/kafka-client.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import type { Place } from '../stack/distributed-system.testkit.js';

/** What kafkajs's brokers can do and its types do not say. */
interface Coordinator {
  readonly leaveGroup: (member: { readonly groupId: string; readonly memberId: string }) => Promise<unknown>;
}

/**
 * Tells the broker that every member of the groups of a place's topic has gone. A killed process would be waited for until
 * its session has run out, ten seconds; what a test wants to see is what comes afterwards.
 */
export async function forgetMembers({ brokers, topic }: Place): Promise<void> {
  const kafka = kafkaClient(kafkaSettings({ brokers, topic, ssl: false, sasl: '', clientId: 'test' }));
  const admin = kafka.admin();
  const { consumer, cluster } = consumerWithCluster(kafka, { groupId: 'none' });
  try {
    await Promise.all([admin.connect(), consumer.connect()]);
    const { groups: all } = await admin.listGroups();
    const ids = all.map(({ groupId }) => groupId).filter((groupId) => groupId.startsWith(topic));
    if (ids.length === 0) return;
    const { groups } = await admin.describeGroups(ids);
    for (const { groupId, members } of groups) {
      const coordinator = (await cluster.findGroupCoordinator({ groupId })) as unknown as Coordinator;
      for (const { memberId } of members) await coordinator.leaveGroup({ groupId, memberId });
    }
  } finally {
    await Promise.all([admin.disconnect(), consumer.disconnect()]);
  }
}
