import { Inject, Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Requires } from '../access/access.guard.js';
import type { Permission } from '../access/permission.rule.js';
import type { DescribedRoute } from './openapi.document.js';
import { DescribedBy, type Operation } from './operation.document.js';

/** Finds the application's routes that say something of themselves: what is served is what is described. */
@Injectable()
export class DescribedRoutes {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  /** In the order of their paths. */
  all(): readonly DescribedRoute[] {
    return this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype === null ? [] : this.routesOf(metatype, metatype.prototype)))
      .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
  }

  private routesOf(controller: object, prototype: unknown): readonly DescribedRoute[] {
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler: unknown = Reflect.get(prototype, name);
      if (typeof handler !== 'function') return [];
      // What the framework's decorators have put there.
      const operation = Reflect.getMetadata(DescribedBy.KEY, handler) as Operation | undefined;
      const permission = declaredOn(handler) ?? declaredOn(controller);
      if (operation === undefined || permission === undefined) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod].toLowerCase();
      return [{ method, path: pathOf(controller, handler), permission, operation }];
    });
  }
}

function declaredOn(target: object): Permission | undefined {
  return Reflect.getMetadata(Requires.KEY, target) as Permission | undefined;
}

function pathOf(controller: object, handler: object): string {
  const parts = [controller, handler].map((part) => String(Reflect.getMetadata(PATH_METADATA, part)));
  const path = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${path.map((part) => part.replace(/^:(.+)$/, '{$1}')).join('/')}`;
}
