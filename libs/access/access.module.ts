import { Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnModuleInit, Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { APP_GUARD, DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { AccessGuard, Requires } from './access.guard.js';
import { TOKEN_VERIFIER } from './token-verifier.port.js';
import type { TokenVerifier } from './token-verifier.port.js';

/** Puts the access guard before every route of the application, and refuses to start if one has no `@Requires`. */
@Module({})
export class AccessModule implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  static with(verifier: TokenVerifier): DynamicModule {
    return {
      module: AccessModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: TOKEN_VERIFIER, useValue: verifier },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }

  /** @throws Error naming every route that would let nobody in. */
  onModuleInit(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype }) => this.undeclaredRoutesOf(metatype));
    if (open.length > 0) throw new Error(`No @Requires on ${open.join(', ')}`);
  }

  private undeclaredRoutesOf(controller: Type | Function | null): readonly string[] {
    if (controller === null || this.reflector.get(Requires, controller) !== undefined) return [];
    const prototype: Readonly<Record<string, Function>> = controller.prototype;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => isUndeclared(prototype[name], this.reflector))
      .map((name) => `${controller.name}.${name}`);
  }
}

function isUndeclared(method: Function | undefined, reflector: Reflector): boolean {
  if (method === undefined || !Reflect.hasMetadata(PATH_METADATA, method)) return false;
  return reflector.get(Requires, method) === undefined;
}
