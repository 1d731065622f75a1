import 'reflect-metadata';
import { openKafka } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { newTopicFor } from '../../libs/log/new-topic.rule.js';
import { serve } from '../../libs/serving/serve.service.js';
import { startService } from '../../libs/serving/start-service.service.js';
import { readSettings } from '../../libs/settings/settings.settings.js';
import { startTelemetry } from '../../libs/telemetry/telemetry.service.js';
import { openMongoStore } from '../../libs/store/mongo.store.js';
import { QueryApplication } from './query-application.module.js';

await serve('Charter Monitor, query', async () => {
  const settings = readSettings(process.env);
  const telemetry = startTelemetry('query', process.env);
  const kafka = kafkaSettings({ ...settings.kafka, clientId: 'charter-query' });
  const log = await openKafka(kafka, newTopicFor(kafka.brokers.length));
  const store = await openMongoStore(settings.mongoUrl, { readOnly: true });
  return startService(settings, {
    module: QueryApplication.on({
      auth: settings.auth,
      limits: settings.limits,
      log,
      store,
      register: loadRegister(),
      clock: Date.now,
      publication: settings.publication,
      webhook: settings.webhook,
    }),
    telemetry,
  });
});
