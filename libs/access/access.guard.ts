import { createParamDecorator, Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { notReady } from '../problems/not-ready.exception.js';
import { ProblemException } from '../problems/problem.exception.js';
import { plainProblem } from '../problems/problem.rule.js';
import { LIMITS, type Limits } from '../serving/limits/limits.port.js';
import { degreeFor } from './permission.rule.js';
import type { Degree, Permission } from './permission.rule.js';
import { ANYONE } from './principal.rule.js';
import type { Caller, Principal } from './principal.rule.js';
import { TOKEN_VERIFIER, TokensUncheckable } from './token-verifier.port.js';
import type { TokenVerifier } from './token-verifier.port.js';

interface AccessRequest extends Request {
  caller?: Caller;
}

/** Names the permission that a route, or every route of a controller, asks for. A route without it lets nobody in. */
export const Requires = Reflector.createDecorator<Permission>();

/**
 * Marks a route, or every route of a controller, that shows whoever may see only controlled figures nothing else. Any other
 * turns them away.
 */
export const ShowsControlled = Reflector.createDecorator<true>();

/** Marks a route, or every route of a controller, whose answer stays open: a caller may hold so many at a time. */
export const StaysOpen = Reflector.createDecorator<true>();

/** The `Caller` whom the guard has let in. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<AccessRequest>();
  if (caller === undefined) throw new Error('No caller on the request: the access guard is not installed');
  return caller;
});

/**
 * Asks of every route who the caller is and whether the access table lets them in.
 * 401 for a bad token, on public routes too, and for none where one is needed; 403 for a role without the permission;
 * 503 for a token that cannot be checked just now; 429 for a caller who has asked too often. Whoever is refused a token is a
 * caller without one.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TOKEN_VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(LIMITS) private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = [context.getHandler(), context.getClass()];
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(Requires.KEY, declared);
    if (permission === undefined) throw new Error(`No @Requires on ${routeName(context)}: nobody is let in`);
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const principal = await this.principalOf(request.headers.authorization).catch(async (refusal: unknown) => {
      await this.limits.admit({ principal: ANYONE, request });
      throw refusal;
    });
    await this.limits.admit({ principal, request });
    const degree = admittedDegree(principal, permission);
    const isControlled = this.reflector.getAllAndOverride<true | undefined>(ShowsControlled.KEY, declared) ?? false;
    if (degree === 'controlled' && !isControlled) throw new ProblemException(DISCLOSURE_NOT_AVAILABLE);
    if (this.reflector.getAllAndOverride<true | undefined>(StaysOpen.KEY, declared) === true) {
      this.limits.hold({ principal, request }, context.switchToHttp().getResponse<Response>());
    }
    request.caller = { ...principal, degree };
    return true;
  }

  /** Only the Authorization header is read: a token in a URL would end up in logs. */
  private async principalOf(authorization: string | undefined): Promise<Principal> {
    if (authorization === undefined) return ANYONE;
    const token = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1];
    const principal = token === undefined ? null : await this.verifier.verify(token).catch(comeBackLater);
    if (principal === null) throw unauthorised('The bearer token is not valid.', 'Bearer error="invalid_token"');
    return principal;
  }
}

function admittedDegree(principal: Principal, permission: Permission): Degree {
  const degree = degreeFor(principal.role, permission);
  if (degree === null && principal === ANYONE) throw unauthorised('A bearer token is needed here.', 'Bearer');
  if (degree === null) throw new ProblemException(plainProblem(403, `The role ${principal.role} may not do this.`));
  return degree;
}

/** Where there is no disclosure control, whoever may see only controlled figures sees none (contract: api). */
const DISCLOSURE_NOT_AVAILABLE = {
  type: '/problems/disclosure-not-available',
  title: 'disclosure-not-available',
  status: 403,
  detail: 'This role sees figures only after disclosure control, which is not available here.',
};

/** @throws ProblemException for what will pass, the error itself otherwise */
function comeBackLater(error: unknown): never {
  throw error instanceof TokensUncheckable ? notReady('Bearer tokens cannot be checked just now.') : error;
}

function unauthorised(detail: string, challenge: string): ProblemException {
  return new ProblemException(plainProblem(401, detail), { 'WWW-Authenticate': challenge });
}

function routeName(context: ExecutionContext): string {
  return `${context.getClass().name}.${context.getHandler().name}`;
}
