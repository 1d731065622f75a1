import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { refuseDemoBeyondLoopback } from '../access/demo-host.settings.js';
import type { Settings } from '../settings/settings.settings.js';
import { JsonLines } from '../telemetry/json-lines.service.js';
import { ObservedApplication } from '../telemetry/observed-application.module.js';
import type { Telemetry } from '../telemetry/telemetry.port.js';
import { openDoor } from './front-door.service.js';
import { BoundedServer } from './limits/bounded-server.service.js';
import type { Serving } from './serve.service.js';

/** A service's Nest module, and what is to be done with the application before it listens. */
export interface ServiceParts {
  readonly module: DynamicModule;
  readonly telemetry: Telemetry;
  readonly prepare?: (application: NestExpressApplication) => Promise<void>;
}

/** Starts one service of the distributed profile on its own port. */
export async function startService(settings: Settings, { module, telemetry, prepare }: ServiceParts): Promise<Serving> {
  refuseDemoBeyondLoopback(settings.auth, settings.host);
  const application = await NestFactory.create<NestExpressApplication>(
    ObservedApplication.of(module, telemetry),
    new BoundedServer(settings.limits),
    { bodyParser: false, logger: new JsonLines(), abortOnError: false },
  );
  openDoor(application, settings.faroUrl);
  await prepare?.(application);
  await application.listen(settings.port, settings.host);
  const close = async (): Promise<void> => {
    await application.close();
    await telemetry.close();
  };
  return { address: await application.getUrl(), close };
}
