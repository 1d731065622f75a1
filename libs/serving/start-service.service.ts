import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { refuseDemoBeyondLoopback } from '../access/demo-host.settings.js';
import type { Settings } from '../settings/settings.settings.js';
import { openDoor } from './front-door.service.js';
import type { Serving } from './serve.service.js';

/** A service's Nest module, and what is to be done with the application before it listens. */
export interface ServiceParts {
  readonly module: object;
  readonly prepare?: (application: NestExpressApplication) => Promise<void>;
}

/** Starts one service of the distributed profile on its own port. */
export async function startService(settings: Settings, { module, prepare }: ServiceParts): Promise<Serving> {
  refuseDemoBeyondLoopback(settings.auth, settings.host);
  const application = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  openDoor(application);
  await prepare?.(application);
  await application.listen(settings.port, settings.host);
  return { address: await application.getUrl(), close: () => application.close() };
}
