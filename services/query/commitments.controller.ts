import { Controller, Get, Header, Inject, Param, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentPrincipal, Requires } from '../../libs/access/access.guard.js';
import type { Caller } from '../../libs/access/principal.rule.js';
import { DescribedBy } from '../../libs/openapi/operation.document.js';
import type { Edition } from '../../libs/register/charter.fact.js';
import type { Register } from '../../libs/register/register.fact.js';
import { cannotBeAnswered, noSuchCommitment } from './answer.rule.js';
import type { CommitmentRow } from './commitment-rows.rule.js';
import { commitmentOperation, commitmentsOperation } from './commitments.document.js';
import { CommitmentsService, type CommitmentAnswer } from './commitments.service.js';
import { readPlainQuery } from './plain-query.parser.js';
import { REGISTER } from './query.settings.js';
import type { Refusal } from './refusal.rule.js';

/** Commitments as the register has them, without figures. */
export interface CommitmentList {
  readonly editions: readonly Omit<Edition, 'commitments'>[];
  readonly commitments: readonly CommitmentRow[];
}

/** What was promised, and how it stands. Whoever may not see figures sees everything else. */
@Controller('v1/commitments')
@Requires('read-definitions')
export class CommitmentsController {
  constructor(
    @Inject(CommitmentsService) private readonly commitments: CommitmentsService,
    @Inject(REGISTER) private readonly register: Register,
  ) {}

  /** Of one edition or one section, where asked; 400 for one that there is not. */
  @Get()
  @DescribedBy(commitmentsOperation)
  list(@Req() request: Request): CommitmentList {
    const query = readPlainQuery(request.originalUrl, ['edition', 'section']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const { edition, section } = query.value;
    const { editions, sections } = this.register.charter;
    const refusals = [
      ...unknownCode(
        'edition',
        edition,
        editions.map(({ id }) => id),
      ),
      ...unknownCode('section', section, sections),
    ];
    if (refusals.length > 0) throw cannotBeAnswered(refusals);
    return {
      editions: editions.filter(({ id }) => id === (edition ?? id)).map(({ commitments: _, ...about }) => about),
      commitments: this.commitments.rows.filter(
        (row) => row.edition === (edition ?? row.edition) && row.section === (section ?? row.section),
      ),
    };
  }

  /** 200 with figures for whoever may see them; 404 for a commitment that there is not. */
  @Get(':edition/:id')
  @DescribedBy(commitmentOperation)
  @Header('Cache-Control', 'no-store')
  async one(
    @Param('edition') edition: string,
    @Param('id') id: string,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<CommitmentAnswer> {
    const answer = await this.commitments.answer(edition, id, role);
    if (answer === null) throw noSuchCommitment();
    return answer;
  }
}

function unknownCode(member: string, code: string | undefined, allowed: readonly string[]): readonly Refusal[] {
  if (code === undefined || allowed.includes(code)) return [];
  return [{ member, detail: `There is no such ${member}.`, allowed }];
}
