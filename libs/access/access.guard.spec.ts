import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import type { INestApplication, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { ProblemsModule } from '../problems/problems.module.js';
import { LIMITS, NO_LIMITS } from '../serving/limits/limits.port.js';
import { AccessGuard, CurrentPrincipal, Requires } from './access.guard.js';
import { AccessModule } from './access.module.js';
import { DemoTokens } from './demo-tokens.service.js';
import type { Caller, Principal } from './principal.rule.js';
import { TOKEN_VERIFIER, TokensUncheckable, type TokenVerifier } from './token-verifier.port.js';

@Controller()
class GuardedController {
  @Get('definitions')
  @Requires('read-definitions')
  definitions(@CurrentPrincipal() caller: Caller): Caller {
    return caller;
  }

  @Get('figures')
  @Requires('read-figures')
  figures(@CurrentPrincipal() caller: Caller): Caller {
    return caller;
  }

  @Get('status')
  @Requires('read-status')
  status(@CurrentPrincipal() caller: Caller): Caller {
    return caller;
  }
}

@Controller()
class OpenController {
  @Get('open')
  open(): string {
    return 'whatever is behind this door';
  }
}

@Requires('read-metrics')
@Controller('metrics')
class MetricsController {
  @Get()
  metrics(): string {
    return 'metrics';
  }
}

let application: INestApplication | undefined;

afterEach(async () => {
  await application?.close();
  application = undefined;
});

/** The routes of `controllers` behind the guard, listening nowhere. */
async function serve(
  controllers: readonly Type[],
  verifier: TokenVerifier = new DemoTokens(),
): Promise<INestApplication> {
  const module = await Test.createTestingModule({
    imports: [AccessModule.with(verifier), ProblemsModule],
    controllers: [...controllers],
  }).compile();
  application = module.createNestApplication({ logger: false });
  return application.init();
}

async function ask(path: string, authorization?: string): Promise<request.Response> {
  const server = (await serve([GuardedController, MetricsController])).getHttpServer();
  const asked = request(server).get(path);
  return authorization === undefined ? asked : asked.set('Authorization', authorization);
}

describe('the access guard', () => {
  it('lets anyone in to a public route, as the public', async () => {
    const { status, body } = await ask('/definitions');
    expect({ status, body }).toEqual({ status: 200, body: { name: 'public', role: 'public', degree: 'full' } });
  });

  it('hands the principal and the degree to the route', async () => {
    expect((await ask('/status', 'Bearer demo-producer')).body).toEqual({
      name: 'demo-producer',
      role: 'producer',
      degree: 'own-feeds',
    });
  });

  it('reads the scheme in any case', async () => {
    expect((await ask('/figures', 'bearer demo-staff')).status).toBe(200);
  });

  it('asks for a token where one is needed', async () => {
    const { status, headers, body } = await ask('/figures');
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Unauthorized',
      status: 401,
      detail: 'A bearer token is needed here.',
    });
  });

  it.each(['/definitions', '/figures', '/metrics'])('refuses a bad token at %s', async (path) => {
    const { status, headers } = await ask(path, 'Bearer nobody');
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic ZGVtby1zdGFmZg==', 'demo-staff', 'Bearer demo-staff demo-admin'])(
    'takes the header %j for a bad token',
    async (authorization) => {
      expect((await ask('/definitions', authorization)).status).toBe(401);
    },
  );

  it.each(['/figures?access_token=demo-staff', '/figures?token=demo-staff'])('finds no token in %s', async (path) => {
    expect((await ask(path)).status).toBe(401);
  });

  it('refuses a role without the permission', async () => {
    const { status, body } = await ask('/figures', 'Bearer demo-producer');
    expect(status).toBe(403);
    expect(body).toMatchObject({ type: 'about:blank', status: 403 });
  });

  it('takes a permission from the controller', async () => {
    expect((await ask('/metrics', 'Bearer demo-staff')).status).toBe(403);
    expect((await ask('/metrics', 'Bearer demo-admin')).status).toBe(200);
  });

  it('shows scrutiny no figure until there is disclosure control', async () => {
    const { status, body } = await ask('/figures', 'Bearer demo-scrutiny');
    expect(status).toBe(403);
    expect(body).toMatchObject({
      type: '/problems/disclosure-not-available',
      title: 'disclosure-not-available',
      status: 403,
    });
  });

  it('lets nobody in while tokens cannot be verified', async () => {
    const verifier = { verify: () => Promise.reject(new Error('the issuer is away')) };
    const server = (await serve([GuardedController], verifier)).getHttpServer();
    const { status, text } = await request(server).get('/definitions').set('Authorization', 'Bearer demo-staff');
    expect(status).toBe(500);
    expect(text).not.toContain('issuer');
  });
});

describe('a valid token', () => {
  const ofPrincipal = (principal: Principal): TokenVerifier => ({ verify: () => Promise.resolve(principal) });

  it('without a role is refused what the public may not see: there is no better token to be had', async () => {
    const server = (
      await serve([GuardedController], ofPrincipal({ name: 'somebody', role: 'public' }))
    ).getHttpServer();
    const ask = (path: string): request.Test => request(server).get(path).set('Authorization', 'Bearer token');
    expect((await ask('/figures')).status).toBe(403);
    expect((await ask('/definitions')).body).toEqual({ name: 'somebody', role: 'public', degree: 'full' });
  });
});

describe('a token that cannot be checked just now', () => {
  it.each(['/definitions', '/figures'])('lets nobody in at %s, and the answer says to come back', async (path) => {
    const uncheckable = new TokensUncheckable('https://issuer.example', { cause: new Error('away') });
    const server = (await serve([GuardedController], { verify: () => Promise.reject(uncheckable) })).getHttpServer();
    const { status, headers, text } = await request(server).get(path).set('Authorization', 'Bearer token');
    expect({ status, after: headers['retry-after'] }).toEqual({ status: 503, after: '5' });
    expect(text).not.toContain('issuer.example');
  });
});

describe('a route without @Requires', () => {
  it('keeps the application from starting', async () => {
    await expect(serve([GuardedController, MetricsController, OpenController])).rejects.toThrow(
      'No @Requires on OpenController.open',
    );
  });

  it('lets nobody in where the guard stands without its module', async () => {
    const module = await Test.createTestingModule({
      imports: [ProblemsModule],
      controllers: [OpenController],
      providers: [
        AccessGuard,
        { provide: TOKEN_VERIFIER, useClass: DemoTokens },
        { provide: LIMITS, useValue: NO_LIMITS },
      ],
    }).compile();
    application = module.createNestApplication({ logger: false });
    application.useGlobalGuards(module.get(AccessGuard));
    await application.init();
    const { status } = await request(application.getHttpServer())
      .get('/open')
      .set('Authorization', 'Bearer demo-admin');
    expect(status).toBe(500);
  });

  it('has no caller where there is no guard', async () => {
    const module = await Test.createTestingModule({
      imports: [ProblemsModule],
      controllers: [GuardedController],
    }).compile();
    application = module.createNestApplication({ logger: false });
    await application.init();
    expect((await request(application.getHttpServer()).get('/definitions')).status).toBe(500);
  });
});
