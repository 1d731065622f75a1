import { All, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentPrincipal, Requires } from '../../libs/access/access.guard.js';
import type { Caller } from '../../libs/access/principal.rule.js';
import { MOST_BYTES } from '../../libs/events/size.parser.js';
import { LogUnavailable } from '../../libs/log/event-log.port.js';
import { DescribedBy } from '../../libs/openapi/operation.document.js';
import { statusOf } from '../../libs/problems/problem.filter.js';
import { maySend } from './admission.rule.js';
import {
  logUnavailable,
  nothingAccepted,
  onlyPost,
  onlyReportedFacts,
  tooLarge,
  unsupportedMediaType,
} from './answer.rule.js';
import { readBody } from './body.parser.js';
import { contentModeOf } from './content-mode.rule.js';
import type { ContentMode } from './content-mode.rule.js';
import { sendEventsOperation } from './events.document.js';
import { IntakeTelemetry } from './intake-telemetry.service.js';
import { IntakeService } from './intake.service.js';
import { MOST_BATCH_BYTES } from './intake.settings.js';
import type { Receipt, Rejection } from './receipt.rule.js';
import { readSubmission } from './submission.parser.js';
import { traceHeadersOf } from './trace-context.parser.js';

/** The door for events (contract: events, "Answers"). */
@Controller('v1/events')
@Requires('send-events')
export class EventsController {
  constructor(
    @Inject(IntakeService) private readonly intake: IntakeService,
    @Inject(IntakeTelemetry) private readonly telemetry: IntakeTelemetry,
  ) {}

  /**
   * 202 with what was accepted, all of it durable, and what was refused; 400 where nothing was accepted;
   * 403 for a role that may not send events, or if a compiler's request holds any but a compiler's facts;
   * 413, 415; 503 with `Retry-After` if the log is not available or silent.
   */
  @Post()
  @DescribedBy(sendEventsOperation)
  @HttpCode(202)
  async receive(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentPrincipal() caller: Caller,
  ): Promise<Receipt> {
    const mode = contentModeOf(request.headers['content-type']);
    if (mode === null) throw unsupportedMediaType();
    const body = await bodyFor(mode, request, response);
    const submission = readSubmission(mode, body, request.headers);
    if (!submission.ok) throw refusalOf([submission.rejection], mode);
    if (!maySend(caller, submission.events)) throw onlyReportedFacts();
    const receipt = await this.take(submission.events, caller, request);
    if (receipt.accepted === 0) throw refusalOf(receipt.rejected, mode);
    return receipt;
  }

  /** Every other method: 405. */
  @All()
  refuse(): never {
    throw onlyPost();
  }

  private async take(events: readonly unknown[], caller: Caller, request: Request): Promise<Receipt> {
    try {
      return await this.telemetry.taking(events.length, (traceparent) =>
        this.intake.take(events, caller, traceHeadersOf(traceparent ?? request.headers.traceparent)),
      );
    } catch (error) {
      throw error instanceof LogUnavailable ? logUnavailable() : error;
    }
  }
}

async function bodyFor(mode: ContentMode, request: Request, response: Response): Promise<Buffer> {
  const mostBytes = mode === 'batch' ? MOST_BATCH_BYTES : MOST_BYTES;
  try {
    return await readBody(request, response, mostBytes);
  } catch (error) {
    if (statusOf(error) !== 413) throw error;
    const detail = `The body may have at most ${mostBytes} bytes, inflated.`;
    throw tooLarge({ index: mode === 'batch' ? null : 0, id: null, code: 'too-large', path: '', detail });
  }
}

/** 413 where the request is one event or a batch, and that is too large; 400 otherwise. */
function refusalOf(rejected: readonly Rejection[], mode: ContentMode): Error {
  const [first] = rejected;
  const whole = first !== undefined && (mode !== 'batch' || first.index === null) ? first : null;
  return whole?.code === 'too-large' ? tooLarge(whole) : nothingAccepted(rejected);
}
