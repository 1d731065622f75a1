import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { LIMITS, NO_LIMITS, type Limits } from '../serving/limits/limits.port.js';
import { AccessGuard, Requires } from './access.guard.js';
import { TOKEN_VERIFIER } from './token-verifier.port.js';
import type { TokenVerifier } from './token-verifier.port.js';

type Controller = ReturnType<DiscoveryService['getControllers']>[number];

/** Puts the access guard before every route of the application, and refuses to start if one has no `@Requires`. */
@Module({})
export class AccessModule implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  static with(verifier: TokenVerifier, limits: Limits = NO_LIMITS): DynamicModule {
    return {
      module: AccessModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: TOKEN_VERIFIER, useValue: verifier },
        { provide: LIMITS, useValue: limits },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }

  /** @throws Error naming every route that would let nobody in. */
  onModuleInit(): void {
    const undeclared = this.discovery.getControllers().flatMap((controller) => this.undeclaredRoutesOf(controller));
    if (undeclared.length > 0) throw new Error(`No @Requires on ${undeclared.join(', ')}`);
  }

  private undeclaredRoutesOf({ metatype }: Controller): readonly string[] {
    if (metatype === null || isDeclared(metatype)) return [];
    const prototype: unknown = metatype.prototype;
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => isUndeclaredRoute(Reflect.get(prototype, name)))
      .map((name) => `${metatype.name}.${name}`);
  }
}

function isUndeclaredRoute(method: unknown): boolean {
  return typeof method === 'function' && Reflect.hasMetadata(PATH_METADATA, method) && !isDeclared(method);
}

function isDeclared(target: object): boolean {
  return Reflect.hasMetadata(Requires.KEY, target);
}
