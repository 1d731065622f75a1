import { Global, Module } from '@nestjs/common';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { AccessModule } from '../../libs/access/access.module.js';
import { DemoTokens } from '../../libs/access/demo-tokens.service.js';
import type { Principal } from '../../libs/access/principal.rule.js';
import type { TokenVerifier } from '../../libs/access/token-verifier.port.js';
import { CLOCK } from '../../libs/calendars/clock.port.js';
import { EVENT_LOG } from '../../libs/log/event-log.port.js';
import type { Bounds, EventLog, LogRecord, NewRecord } from '../../libs/log/event-log.port.js';
import { ProblemsModule } from '../../libs/problems/problems.module.js';
import { IntakeModule } from './intake.module.js';
import { INTAKE_SETTINGS } from './intake.settings.js';
import type { IntakeSettings } from './intake.settings.js';

/** The door's clock stands at noon UTC, 1 April 2026. */
export const NOW = Date.parse('2026-04-01T12:00:00Z');

export const STRUCTURED = 'application/cloudevents+json';
export const BATCH = 'application/cloudevents-batch+json';

export const SOURCE = 'https://forms.example/adp';

/** A log that keeps what it is given and answers as the test says. */
export class AnsweringLog implements EventLog {
  /** Each call's records. */
  readonly calls: (readonly NewRecord[])[] = [];
  answer: () => Promise<void> = () => Promise.resolve();

  append(records: readonly NewRecord[]): Promise<void> {
    this.calls.push(records);
    return this.answer();
  }

  partitionCount(): Promise<number> {
    return Promise.resolve(1);
  }

  bounds(): Promise<Bounds> {
    return Promise.resolve({ start: 0, end: 0 });
  }

  read(): Promise<readonly LogRecord[]> {
    return Promise.resolve([]);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The demo's tokens, and `bound-producer`, who may use SOURCE and what lies under it. */
class TestTokens implements TokenVerifier {
  private readonly demo = new DemoTokens();

  verify(token: string): Promise<Principal | null> {
    if (token !== 'bound-producer') return this.demo.verify(token);
    return Promise.resolve({ name: token, role: 'producer', sources: [SOURCE] });
  }
}

@Global()
@Module({})
class WiringModule {
  static with(log: EventLog): DynamicModule {
    const providers = [
      { provide: EVENT_LOG, useValue: log },
      { provide: CLOCK, useValue: () => NOW },
    ];
    return { module: WiringModule, providers, exports: [EVENT_LOG, CLOCK] };
  }
}

/** A synthetic `application.received` with the given members put over its own. */
export function anEvent(members: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    specversion: '1.0',
    id: 'event-1',
    source: SOURCE,
    type: 'charter.application.received.v1',
    time: '2026-03-02T09:30:00Z',
    subject: 'CASE-000001',
    data: { benefit: 'ADP', channel: 'online' },
    ...members,
  };
}

/** A synthetic `figure.reported`. */
export function aReportedFigure(members: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return anEvent({
    type: 'charter.figure.reported.v1',
    subject: 'S3-M58.2025-26',
    data: { measure: 'S3-M58', year: '2025-26', value: 12 },
    ...members,
  });
}

/** The intake behind its doors, as an application wires it. */
export class IntakeDoor {
  readonly log = new AnsweringLog();
  private application: INestApplication | undefined;

  /** @param settings in place of the module's own */
  async open(settings?: IntakeSettings): Promise<void> {
    const builder = Test.createTestingModule({
      imports: [WiringModule.with(this.log), AccessModule.with(new TestTokens()), ProblemsModule, IntakeModule],
    });
    if (settings !== undefined) builder.overrideProvider(INTAKE_SETTINGS).useValue(settings);
    const module = await builder.compile();
    this.application = module.createNestApplication({ bodyParser: false, logger: false });
    await this.application.listen(0, '127.0.0.1');
  }

  async close(): Promise<void> {
    await this.application?.close();
  }

  /** A request to the door without headers or body. */
  request(method: 'post' | 'get' | 'put' | 'delete' | 'patch' = 'post'): request.Test {
    if (this.application === undefined) throw new Error('The door is not open');
    return request(this.application.getHttpServer())[method]('/v1/events');
  }

  /** Sends a body as it is. */
  send(body: string | Buffer, contentType: string, token = 'demo-producer'): request.Test {
    return this.request()
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', contentType)
      .serialize((asItIs) => asItIs)
      .send(body);
  }

  sendOne(event: unknown, token?: string): request.Test {
    return this.send(JSON.stringify(event), STRUCTURED, token);
  }

  sendBatch(events: unknown, token?: string): request.Test {
    return this.send(JSON.stringify(events), BATCH, token);
  }

  /** Sends attributes as headers and `data` as the body; none where there are no data. */
  sendBinary({ data, ...attributes }: Readonly<Record<string, unknown>>, token = 'demo-producer'): request.Test {
    const asked = this.request().set('Authorization', `Bearer ${token}`).set('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(attributes)) asked.set(`ce-${name}`, encodeURIComponent(String(value)));
    return data === undefined ? asked : asked.send(JSON.stringify(data));
  }
}
