import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from '@nestjs/common';
import { refuseDemoBeyondLoopback } from '../../libs/access/demo-host.settings.js';
import type { Clock } from '../../libs/calendars/clock.port.js';
import { isEmpty } from '../../libs/log/emptiness.rule.js';
import { loadCalibration } from '../../libs/register/calibration.store.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { demoPlansOf } from './demo/demo-plans.rule.js';
import { Demo } from './demo/demo.service.js';
import { openEmbeddedSystem, type EmbeddedSystem } from './embedded-system.service.js';
import { openDoor } from '../../libs/serving/front-door.service.js';
import { StandaloneModule } from './standalone.module.js';

/** A running system and where it listens. */
export interface Standalone {
  readonly address: string;
  readonly holdsEvents: boolean;
  /** Whether synthetic events come in by themselves. */
  readonly isDemo: boolean;
  readonly close: () => Promise<void>;
}

/** What the system takes from the process that it runs in. */
export interface Surroundings {
  readonly clock: Clock;
  /** Told when counting has stopped for good; nothing can be done but to end the process. */
  readonly failed: (error: unknown) => void;
}

/** Starts intake, indicators, query and the pages on one port. `close` stops them in order and gives the folder back. */
export async function startStandalone(settings: Settings, { clock, failed }: Surroundings): Promise<Standalone> {
  refuseDemoBeyondLoopback(settings.auth, settings.host);
  const logger = new Logger('Charter Monitor');
  const system = await openEmbeddedSystem(settings.dataFolder, clock, (message, error) => {
    logger.error(message, error);
  });
  const demo = settings.demo === 'on' ? await demoOn(system, settings.dataFolder, clock) : null;
  const holdsEvents = !(await isEmpty(system.log));
  let address = '';
  const application = await NestFactory.create<NestExpressApplication>(
    StandaloneModule.of({ auth: settings.auth, system, demo, clock, address: () => address, failed }),
    { bodyParser: false, logger: ['error', 'warn'] },
  );
  openDoor(application);
  await application.listen(settings.port, settings.host);
  address = await application.getUrl();
  return { address, holdsEvents, isDemo: demo !== null, close: () => application.close() };
}

function demoOn({ log, register }: EmbeddedSystem, dataFolder: string, clock: Clock): Promise<Demo | null> {
  return Demo.of({ log, dataFolder, clock, plansOf: demoPlansOf(register, loadCalibration()) });
}
