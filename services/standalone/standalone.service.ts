import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from '@nestjs/common';
import helmet from 'helmet';
import { refuseDemoBeyondLoopback } from '../../libs/access/demo-host.settings.js';
import type { Clock } from '../../libs/calendars/clock.port.js';
import type { EventLog } from '../../libs/log/event-log.port.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { openEmbeddedSystem } from './embedded-system.service.js';
import { StandaloneModule } from './standalone.module.js';

/** A running system and where it listens. */
export interface Standalone {
  readonly address: string;
  readonly holdsEvents: boolean;
  readonly close: () => Promise<void>;
}

/** What the system takes from the process that it runs in. */
export interface Surroundings {
  readonly clock: Clock;
  /** Told when counting has stopped for good; nothing can be done but to end the process. */
  readonly failed: (error: unknown) => void;
}

/** Starts intake, indicators and query on one port. `close` stops them in order and gives the folder back. */
export async function startStandalone(settings: Settings, { clock, failed }: Surroundings): Promise<Standalone> {
  refuseDemoBeyondLoopback(settings.host);
  const logger = new Logger('Charter Monitor');
  const system = await openEmbeddedSystem(settings.dataFolder, clock, (message, error) => {
    logger.error(message, error);
  });
  const application = await NestFactory.create<NestExpressApplication>(StandaloneModule.of(system, clock, failed), {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  application.use(helmet());
  application.disable('x-powered-by');
  application.set('query parser', 'simple');
  await application.listen(settings.port, settings.host);
  return {
    address: await application.getUrl(),
    holdsEvents: await holdsAnything(system.log),
    close: () => application.close(),
  };
}

async function holdsAnything(log: EventLog): Promise<boolean> {
  const partitions = Array.from({ length: await log.partitionCount() }, (_, partition) => partition);
  const bounds = await Promise.all(partitions.map((partition) => log.bounds(partition)));
  return bounds.some(({ end }) => end > 0);
}
