import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DescribedRoutes } from './described-routes.service.js';
import { OpenApiController } from './openapi.controller.js';

/** `GET /v1/openapi.json`, made from the routes of the application that imports it. */
@Module({ imports: [DiscoveryModule], controllers: [OpenApiController], providers: [DescribedRoutes] })
export class OpenApiModule {}
