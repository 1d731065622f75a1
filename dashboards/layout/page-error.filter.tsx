import { Catch, HttpException, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { QueryAway, QueryRefused } from '../query-client/query.client.js';
import { refusalWords } from '../query-client/refusal.words.js';
import { ErrorPage, type PageFault } from './error.page.js';
import { Rendering } from './rendering.service.js';

/** Answers with a page that says what went wrong, in words, and nothing of what is inside. */
@Catch()
export class PageErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(PageErrorFilter.name);

  constructor(@Inject(Rendering) private readonly rendering: Rendering) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const fault = faultOf(error);
    if (fault.status === 500) this.logger.error(error instanceof Error ? error.stack : 'not an Error');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const frame = this.rendering.frameOf(host.switchToHttp().getRequest<Request>());
    response
      .status(fault.status)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(this.rendering.documentOf(<ErrorPage frame={frame} fault={fault} />));
  }
}

function faultOf(error: unknown): PageFault {
  if (error instanceof QueryRefused && error.status === 400) return { status: 400, detail: refusalWords(error.member) };
  if (error instanceof QueryRefused && [401, 403].includes(error.status)) return { status: 403, detail: null };
  if (error instanceof QueryRefused && error.status === 404) return { status: 404, detail: null };
  if (error instanceof QueryRefused && [429, 503].includes(error.status)) return { status: error.status, detail: null };
  if (error instanceof QueryAway) return { status: 503, detail: null };
  if (error instanceof HttpException && error.getStatus() < 500) return { status: error.getStatus(), detail: null };
  return { status: 500, detail: null };
}
