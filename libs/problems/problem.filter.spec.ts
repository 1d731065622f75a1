import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  BadRequestException,
  Controller,
  Get,
  ImATeapotException,
  InternalServerErrorException,
  Logger,
  Param,
  Res,
} from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Response } from 'express';
import request from 'supertest';
import { ProblemException } from './problem.exception.js';
import { plainProblem } from './problem.rule.js';
import { ProblemsModule } from './problems.module.js';

const SECRET = 'the password is swordfish';

@Controller()
class FailingController {
  @Get('problem')
  problem(): never {
    throw new ProblemException(
      {
        type: '/problems/teapot',
        title: 'Teapot',
        status: 418,
        detail: 'Short and stout.',
        errors: [{ member: 'spout' }],
      },
      { 'Retry-After': '5' },
    );
  }

  @Get('foreseen/:status')
  foreseen(@Param('status') status: string): never {
    throw new ProblemException(plainProblem(Number(status), 'As foreseen.'));
  }

  @Get('exception')
  exception(): never {
    throw new ImATeapotException('Short and stout.');
  }

  @Get('validation')
  validation(): never {
    throw new BadRequestException(['from must be a date', 'grain must be day or month']);
  }

  @Get('marked')
  marked(): never {
    throw Object.assign(new Error(SECRET), { status: 413 });
  }

  @Get('error')
  error(): never {
    throw new TypeError(SECRET);
  }

  @Get('server-exception')
  serverException(): never {
    throw new InternalServerErrorException(SECRET);
  }

  @Get('object')
  object(): Promise<never> {
    const { promise, reject } = Promise.withResolvers<never>();
    reject(Object.create(null));
    return promise;
  }

  @Get('begun')
  begun(@Res() response: Response): never {
    response.write('half an answer');
    throw new Error(SECRET);
  }

  @Get('text/:text')
  text(@Param('text') text: string): string {
    return text;
  }
}

describe('errors of a route', () => {
  let application: INestApplication;
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      imports: [ProblemsModule],
      controllers: [FailingController],
    }).compile();
    application = await module.createNestApplication({ logger: false }).init();
  });

  afterAll(async () => {
    await application.close();
  });

  function ask(path: string): request.Test {
    logged.mockClear();
    return request(application.getHttpServer()).get(path);
  }

  it('are problems, with headers and the members at fault', async () => {
    const { status, headers, body } = await ask('/problem');
    expect(status).toBe(418);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['retry-after']).toBe('5');
    expect(body).toEqual({
      type: '/problems/teapot',
      title: 'Teapot',
      status: 418,
      detail: 'Short and stout.',
      errors: [{ member: 'spout' }],
    });
  });

  it.each([429, 503])('may be a foreseen %d, which is not logged', async (status) => {
    expect((await ask(`/foreseen/${status}`)).body).toMatchObject({ status, detail: 'As foreseen.' });
    expect(logged).not.toHaveBeenCalled();
  });

  it('keep the words of an exception meant for the caller', async () => {
    expect((await ask('/exception')).body).toEqual({
      type: 'about:blank',
      title: "I'm a Teapot",
      status: 418,
      detail: 'Short and stout.',
    });
  });

  it('list what a validation pipe found', async () => {
    expect((await ask('/validation')).body).toMatchObject({
      status: 400,
      errors: [{ detail: 'from must be a date' }, { detail: 'grain must be day or month' }],
    });
  });

  it('keep the status that a body reader gives, not its words', async () => {
    const { status, text } = await ask('/marked');
    expect(status).toBe(413);
    expect(text).not.toContain(SECRET);
  });

  it.each(['/error', '/server-exception', '/object'])(
    'that nobody foresaw are logged and say nothing: %s',
    async (path) => {
      const { status, text, body } = await ask(path);
      expect(status).toBe(500);
      expect(text).not.toMatch(/swordfish|TypeError|\.ts/);
      expect(body).toMatchObject({ type: 'about:blank', title: 'Internal Server Error', status: 500 });
      expect(logged).toHaveBeenCalledTimes(1);
    },
  );

  it('cut an answer that has begun', async () => {
    await expect(ask('/begun')).rejects.toThrow(/aborted|socket hang up/);
  });

  it.each([
    ['/nowhere', 404],
    ['/text/%E0%A4%A', 400],
  ])('that the router finds are problems too: %s', async (path, status) => {
    const { headers, body } = await ask(path);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ type: 'about:blank', status });
  });
});
