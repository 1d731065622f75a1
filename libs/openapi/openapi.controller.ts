import { Controller, Get, Inject } from '@nestjs/common';
import { Requires } from '../access/access.guard.js';
import { DescribedRoutes } from './described-routes.service.js';
import { openApiDocumentOf, type OpenApiDocument } from './openapi.document.js';
import { DescribedBy, json, type Operation } from './operation.document.js';

const describesTheApplication: Operation = {
  id: 'readOpenApi',
  summary: 'This document',
  answers: {
    200: json('An OpenAPI 3.1 document.', {
      type: 'object',
      required: ['openapi', 'info', 'paths', 'components'],
      properties: { openapi: { type: 'string', pattern: '^3\\.1\\.' } },
    }),
  },
};

/** Describes every route of the application that it runs in. */
@Controller('v1/openapi.json')
@Requires('read-definitions')
export class OpenApiController {
  private document: OpenApiDocument | undefined;

  constructor(@Inject(DescribedRoutes) private readonly routes: DescribedRoutes) {}

  @Get()
  @DescribedBy(describesTheApplication)
  read(): OpenApiDocument {
    this.document ??= openApiDocumentOf(this.routes.all());
    return this.document;
  }
}
