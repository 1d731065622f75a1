import { Injectable, Logger } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { degreeFor } from '../../../libs/access/permission.rule.js';
import type { Caller } from '../../../libs/access/principal.rule.js';

/** Logs what those ask who see controlled figures only, so that it can be looked at for differencing. */
@Injectable()
export class ControlledQueries implements NestInterceptor {
  private readonly logger = new Logger(ControlledQueries.name);

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { caller, originalUrl } = context.switchToHttp().getRequest<Request & { readonly caller?: Caller }>();
    if (caller !== undefined && degreeFor(caller.role, 'read-figures') === 'controlled') {
      this.logger.log({ message: 'controlled query', principal: caller.name, role: caller.role, asked: originalUrl });
    }
    return next.handle();
  }
}
