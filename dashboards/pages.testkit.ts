import { setTimeout as pause } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import request from 'supertest';
import { DemoTokens } from '../libs/access/demo-tokens.service.js';
import { CLOCK, type Clock } from '../libs/calendars/clock.port.js';
import { openDoor } from '../libs/serving/front-door.service.js';
import { ServiceModule } from '../libs/serving/service.module.js';
import { DashboardsModule } from './dashboards.module.js';
import { LOOK_AS_COOKIE } from './looking/look-as.parser.js';
import type { Viewer } from './looking/looking.fact.js';
import { demoPages, type PagesSettings } from './pages.settings.js';
import { QueryStandIn } from './query-client/query-stand-in.testkit.js';

/** The moment at which pages are looked at: a Monday morning. */
const NOW = Date.parse('2026-11-23T10:45:00Z');

const LONGEST_WAIT_MS = 5_000;

/** An address of every kind of page. */
export const PAGES = [
  '/',
  '/live',
  '/live?group=contact',
  '/live/attention',
  '/live/measure/decisions-in-time',
  '/live/measure/decisions-in-time?benefit=SCP&grain=month&asof=2026-10-31',
  '/commitments/2019/2.2',
  '/scrutiny',
  '/scrutiny?state=gap&kind=survey',
  '/scrutiny/S2-M31?a=2024-25.1&b=2025-26.1',
  '/scrutiny/decisions-in-time',
  '/scrutiny/decisions-in-time?a=2026-11-15&b=2026-11-22',
  '/scrutiny/decisions-in-time/explain',
  '/annual',
  '/annual/2025-26',
  '/annual/2025-26/compare',
  '/methods',
  '/data',
  '/status',
  '/search?q=decision',
] as const;

/** Pages that say the same whatever query says. */
export const PAGES_BY_THEMSELVES = ['/guide', '/glossary', '/accessibility', '/privacy'] as const;

/** The pages behind the door that every service has, in front of a query service that is not there. */
export class PagesDoor {
  readonly query = new QueryStandIn();
  #application: NestExpressApplication | null = null;

  get application(): NestExpressApplication {
    if (this.#application === null) throw new Error('the door is not open');
    return this.#application;
  }

  /** Where it listens. */
  address(): Promise<string> {
    return this.application.getUrl();
  }

  /** `change` may put something else in the place of a part. */
  async open(
    settings: Partial<PagesSettings> = {},
    change: (parts: TestingModuleBuilder) => TestingModuleBuilder = (parts) => parts,
    clock: Clock = () => NOW,
  ): Promise<void> {
    await this.query.open();
    const pages = DashboardsModule.with({ ...demoPages(() => this.query.address), ...settings });
    const service = ServiceModule.with(new DemoTokens(), [{ provide: CLOCK, useValue: clock }]);
    const module = await change(Test.createTestingModule({ imports: [service, pages] })).compile();
    this.#application = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
    openDoor(this.#application, settings.faroUrl);
    await this.#application.listen(0, '127.0.0.1');
  }

  async close(): Promise<void> {
    await this.application.close();
    await this.query.close();
  }

  /** A page as somebody sees it; without a viewer, as one who has not chosen who they are. */
  get(path: string, viewer?: Viewer): request.Test {
    const asked = request(this.application.getHttpServer()).get(path);
    return viewer === undefined ? asked : asked.set('Cookie', `${LOOK_AS_COOKIE}=${viewer}`);
  }

  /** Sends the form that says who is looking. */
  lookAs(form: Readonly<Record<string, string>>): request.Test {
    return request(this.application.getHttpServer()).post('/look-as').type('form').send(form);
  }
}

/** What a reader reads of a piece of HTML. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Waits for what happens by itself. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await pause(2);
  }
}
