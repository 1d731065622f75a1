import 'reflect-metadata';
import { openKafka } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { newTopicFor } from '../../libs/log/new-topic.rule.js';
import { serve } from '../../libs/serving/serve.service.js';
import { startService } from '../../libs/serving/start-service.service.js';
import { readSettings } from '../../libs/settings/settings.settings.js';
import { startTelemetry } from '../../libs/telemetry/telemetry.service.js';
import { IntakeApplication } from './intake-application.module.js';

await serve('Charter Monitor, intake', async () => {
  const settings = readSettings(process.env);
  const telemetry = startTelemetry('intake', process.env);
  const kafka = kafkaSettings({ ...settings.kafka, clientId: 'charter-intake' });
  const log = await openKafka(kafka, newTopicFor(kafka.brokers.length));
  const module = IntakeApplication.on(settings.auth, settings.limits, log, Date.now);
  return startService(settings, { module, telemetry });
});
