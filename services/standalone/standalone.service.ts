import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { refuseDemoBeyondLoopback } from '../../libs/access/demo-host.settings.js';
import type { Clock } from '../../libs/calendars/clock.port.js';
import { isEmpty } from '../../libs/log/emptiness.rule.js';
import { loadCalibration } from '../../libs/register/calibration.store.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { JsonLines } from '../../libs/telemetry/json-lines.service.js';
import { ObservedApplication } from '../../libs/telemetry/observed-application.module.js';
import type { Telemetry } from '../../libs/telemetry/telemetry.port.js';
import { EngineTelemetry } from '../indicators/engine-telemetry.service.js';
import { demoPlansOf } from './demo/demo-plans.rule.js';
import { Demo } from './demo/demo.service.js';
import { openEmbeddedSystem, type EmbeddedSystem } from './embedded-system.service.js';
import { openDoor } from '../../libs/serving/front-door.service.js';
import { BoundedServer } from '../../libs/serving/limits/bounded-server.service.js';
import { CallerLimits } from '../../libs/serving/limits/caller-limits.service.js';
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
  readonly telemetry: Telemetry;
  /** Told when counting has stopped for good; nothing can be done but to end the process. */
  readonly failed: (error: unknown) => void;
}

/** Starts intake, indicators, query and the pages on one port. `close` stops them in order and gives the folder back. */
export async function startStandalone(settings: Settings, surroundings: Surroundings): Promise<Standalone> {
  const { clock, telemetry, failed } = surroundings;
  refuseDemoBeyondLoopback(settings.auth, settings.host);
  const watch = new EngineTelemetry();
  const system = await openEmbeddedSystem(settings.dataFolder, clock, watch.alarm, watch);
  const demo = settings.demo === 'on' ? await demoOn(system, settings.dataFolder, clock) : null;
  const holdsEvents = !(await isEmpty(system.log));
  let address = '';
  const module = StandaloneModule.of({
    auth: settings.auth,
    limits: new CallerLimits(settings.limits),
    system,
    publication: settings.publication,
    webhook: settings.webhook,
    faroUrl: settings.faroUrl,
    demo,
    clock,
    address: () => address,
    failed,
  });
  const application = await NestFactory.create<NestExpressApplication>(
    ObservedApplication.of(module, telemetry),
    new BoundedServer(settings.limits),
    { bodyParser: false, logger: new JsonLines() },
  );
  openDoor(application, settings.faroUrl);
  await application.listen(settings.port, settings.host);
  address = await application.getUrl();
  const close = async (): Promise<void> => {
    await application.close();
    await telemetry.close();
  };
  return { address, holdsEvents, isDemo: demo !== null, close };
}

function demoOn({ log, register }: EmbeddedSystem, dataFolder: string, clock: Clock): Promise<Demo | null> {
  return Demo.of({ log, dataFolder, clock, plansOf: demoPlansOf(register, loadCalibration()) });
}
