import 'reflect-metadata';
import { serve } from '../libs/serving/serve.service.js';
import { startService } from '../libs/serving/start-service.service.js';
import { readSettings } from '../libs/settings/settings.settings.js';
import { startTelemetry } from '../libs/telemetry/telemetry.service.js';
import { DashboardsApplication } from './dashboards-application.module.js';

await serve('Charter Monitor, pages', () => {
  const settings = readSettings(process.env);
  const telemetry = startTelemetry('dashboards', process.env);
  return startService(settings, {
    module: DashboardsApplication.on(settings.auth, settings.limits, settings, Date.now),
    telemetry,
  });
});
