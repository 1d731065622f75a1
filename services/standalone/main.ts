import 'reflect-metadata';
import { serve } from '../../libs/serving/serve.service.js';
import { readSettings } from '../../libs/settings/settings.settings.js';
import { startTelemetry } from '../../libs/telemetry/telemetry.service.js';
import { startStandalone } from './standalone.service.js';
import { demoNotice, welcomeAt } from './welcome.rule.js';

await serve('\nCharter Monitor', async () => {
  const { address, holdsEvents, isDemo, close } = await startStandalone(readSettings(process.env), {
    clock: Date.now,
    telemetry: startTelemetry('monitor', process.env),
    failed: () => process.exit(1),
  });
  if (isDemo) return { address, close, notice: demoNotice };
  return holdsEvents ? { address, close } : { address, close, notice: welcomeAt(address) };
});
