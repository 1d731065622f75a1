import 'reflect-metadata';
import { hostname } from 'node:os';
import { Logger } from '@nestjs/common';
import { KafkaConsumer } from '../../libs/log/kafka.consumer.js';
import { openKafka } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { LogTransport } from '../../libs/log/log.transport.js';
import { newTopicFor } from '../../libs/log/new-topic.rule.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { serve } from '../../libs/serving/serve.service.js';
import { startService } from '../../libs/serving/start-service.service.js';
import { readSettings } from '../../libs/settings/settings.settings.js';
import { startTelemetry } from '../../libs/telemetry/telemetry.service.js';
import { openMongoStore } from '../../libs/store/mongo.store.js';
import { IndicatorsApplication } from './indicators-application.module.js';
import { openEngine } from './open-engine.service.js';
import { CountingProgress } from './counting-progress.service.js';
import { EngineTelemetry } from './engine-telemetry.service.js';

/** Unchanged cases kept in memory, for each partition. */
const CACHED_CASES = 20_000;

await serve('Charter Monitor, indicators', async () => {
  const settings = readSettings(process.env);
  const telemetry = startTelemetry('indicators', process.env);
  const watch = new EngineTelemetry();
  const kafka = kafkaSettings({ ...settings.kafka, clientId: `charter-indicators-${hostname()}` });
  const logger = new Logger('Indicators');
  const log = await openKafka(kafka, newTopicFor(kafka.brokers.length));
  const store = await openMongoStore(settings.mongoUrl);
  const { engine, fingerprint } = await openEngine({
    log,
    store,
    register: loadRegister(),
    cachedCases: CACHED_CASES,
    alarm: watch.alarm,
    watch,
  });
  const progress = new CountingProgress(engine, log, store, Date.now);
  // Processes with different definitions fill different generations, so each fingerprint has a group of its own; and so
  // has each topic, for members of one group that read different topics would be given one another's partitions.
  const consumer = new KafkaConsumer(kafka, { groupId: `${kafka.topic}-indicators-${fingerprint.slice(0, 12)}` });
  const failed = (error: unknown): void => {
    logger.error('Counting has stopped', error instanceof Error ? error.stack : String(error));
    process.exit(1);
  };
  return startService(settings, {
    module: IndicatorsApplication.on({ auth: settings.auth, limits: settings.limits, log, store, progress }),
    telemetry,
    prepare: async (application) => {
      application.connectMicroservice({ strategy: new LogTransport({ consumer, handler: progress, failed }) });
      await application.startAllMicroservices();
    },
  });
});
