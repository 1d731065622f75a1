import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { openDoor } from '../../libs/serving/front-door.service.js';
import { NO_LIMITS } from '../../libs/serving/limits/limits.port.js';
import { defaultPublication } from '../query/query.settings.js';
import { openEmbeddedSystem } from './embedded-system.service.js';
import { StandaloneModule } from './standalone.module.js';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** A route as the router knows it: `:name` stands for a member of the path, `*name` for the rest of it. */
export interface ServedRoute {
  readonly path: string;
  readonly methods: readonly string[];
}

/** The whole system in this process, on a data folder of its own, behind the door that every service has. */
export class StandaloneDoor {
  readonly #folder = mkdtempSync(join(tmpdir(), 'charter-'));
  #application: NestExpressApplication | null = null;
  #address = '';

  get application(): NestExpressApplication {
    if (this.#application === null) throw new Error('the door is not open');
    return this.#application;
  }

  /** Where it listens. */
  get address(): string {
    return this.#address;
  }

  async open(): Promise<void> {
    const system = await openEmbeddedSystem(this.#folder, Date.now, (_, error) => failed(error));
    const standalone = StandaloneModule.of({
      auth: { scheme: 'demo' },
      limits: NO_LIMITS,
      system,
      publication: defaultPublication(),
      webhook: null,
      faroUrl: null,
      demo: null,
      clock: Date.now,
      address: () => this.#address,
      failed,
    });
    const module = await Test.createTestingModule({ imports: [standalone] }).compile();
    this.#application = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
    openDoor(this.#application);
    await this.#application.listen(0, '127.0.0.1');
    this.#address = (await this.#application.getUrl()).replace('[::1]', '127.0.0.1');
  }

  async close(): Promise<void> {
    await this.application.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Everything that the router would serve. */
  routes(): readonly ServedRoute[] {
    const application: INestApplication = this.application;
    const layers: readonly Layer[] = application.getHttpAdapter().getInstance().router.stack;
    return layers.flatMap(({ route }) =>
      route === undefined ? [] : [{ path: route.path, methods: Object.keys(route.methods) }],
    );
  }
}

function failed(error: unknown): never {
  throw error;
}
