import { Controller, Get, Header, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { notReady } from '../../../libs/problems/not-ready.exception.js';
import { ProblemException } from '../../../libs/problems/problem.exception.js';
import { plainProblem } from '../../../libs/problems/problem.rule.js';
import { StoreUnavailable } from '../../../libs/store/engine-store.port.js';
import { cannotBeAnswered, logUnavailable } from '../observations/answer.rule.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';
import { quarantineOperation, replayOperation } from './quarantine.document.js';
import { readQuarantineId } from './quarantine-id.codec.js';
import { QuarantineService, type QuarantinePage, type Replay } from './quarantine.service.js';
import { shownPath } from './shown-entry.rule.js';

/** What lies on the log and is not counted (contract: events, "Answers"). */
@Controller('v1/quarantine')
@Requires('read-quarantine')
export class QuarantineController {
  constructor(@Inject(QuarantineService) private readonly quarantine: QuarantineService) {}

  /** 200; 400 for a place that is none; 503 while log or store cannot be reached. */
  @Get()
  @DescribedBy(quarantineOperation)
  @Header('Cache-Control', 'no-store')
  async list(@Req() request: Request): Promise<QuarantinePage> {
    const query = readPlainQuery(request.originalUrl, ['after']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const { after } = query.value;
    const place = after === undefined ? null : readQuarantineId(after);
    if (after !== undefined && place === null) {
      throw cannotBeAnswered([{ member: 'after', detail: 'Takes the id of an entry: what `next` said.' }]);
    }
    return this.quarantine.page(place).catch(comeBack);
  }

  /** 202 once it is on the log; 404; 409 for what would not be counted; 503 while log or store cannot be reached. */
  @Post(':id/replay')
  @Requires('replay-quarantine')
  @DescribedBy(replayOperation)
  @HttpCode(202)
  async replay(@Param('id') id: string, @CurrentPrincipal() caller: Caller): Promise<{ readonly replayed: string }> {
    const replay = await this.quarantine.replay(id, caller).catch(comeBack);
    if (replay.standing === 'replayed') return { replayed: id };
    throw notReplayed(replay);
  }
}

function comeBack(error: unknown): never {
  if (error instanceof LogUnavailable) throw logUnavailable();
  throw error instanceof StoreUnavailable ? notReady('The store cannot be reached just now.') : error;
}

function notReplayed(replay: Exclude<Replay, { standing: 'replayed' }>): ProblemException {
  if (replay.standing === 'missing') return new ProblemException(plainProblem(404, 'There is no such entry.'));
  if (replay.standing === 'counted') return conflict('already-counted', 'Its case holds this event already.');
  const { code, path, detail } = replay.refusal;
  return conflict(code, `It would be quarantined again: ${detail}`, [{ code, path: shownPath(path), detail }]);
}

function conflict(code: string, detail: string, errors?: readonly object[]): ProblemException {
  const problem = { type: `/problems/${code}`, title: code, status: 409, detail };
  return new ProblemException(errors === undefined ? problem : { ...problem, errors });
}
