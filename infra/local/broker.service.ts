import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { classPathOfStack } from './jars.store.js';
import { javaOptions, requireJava } from './java-tools.service.js';
import { freePort, loopback } from './loopback.service.js';
import { whichBrokers } from './question.codec.js';
import { startServer, type Place, type Server } from './server.service.js';

const run = promisify(execFile);
/** Kafka wants 16 bytes in URL-safe base 64; always the same, so that a data folder can be taken elsewhere. */
const clusterId = Buffer.from('charter-monitor.').toString('base64url');

/** A Kafka broker of its own, one node. */
export interface Broker extends Server {
  /** As `CHARTER_KAFKA_BROKERS` wants it. */
  readonly brokers: string;
}

/** Starts Kafka, or takes over the one that runs on the folder. @throws StackFailed */
export async function startBroker(place: Place, checkout = process.cwd()): Promise<Broker> {
  requireJava();
  const java = javaOptions(classPathOfStack(checkout));
  const server = await startServer(
    {
      name: 'broker',
      question: whichBrokers,
      argumentsFor: async (dataFolder, port) => {
        const properties = join(dataFolder, 'server.properties');
        writeFileSync(properties, brokerProperties(dataFolder, port, await freePort()));
        if (!existsSync(join(dataFolder, 'log', 'meta.properties'))) await format(java, properties);
        return ['-Xmx512m', ...java, 'kafka.Kafka', properties];
      },
    },
    place,
  );
  return { ...server, brokers: `${loopback}:${server.port}` };
}

async function format(java: readonly string[], properties: string): Promise<void> {
  const tool = [...java, 'kafka.tools.StorageTool', 'format'];
  await run('java', [...tool, '--cluster-id', clusterId, '--config', properties]);
}

/** One node that is broker and controller (KRaft). The controllers are told afresh at each start, so its port may change. */
function brokerProperties(dataFolder: string, port: number, controllerPort: number): string {
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': '1',
    listeners: `BROKER://${loopback}:${port},CONTROLLER://${loopback}:${controllerPort}`,
    'listener.security.protocol.map': 'BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'BROKER',
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.voters': `1@${loopback}:${controllerPort}`,
    'log.dirs': join(dataFolder, 'log'),
    'auto.create.topics.enable': 'false',
    'group.initial.rebalance.delay.ms': '0',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
