import { Controller, Get, Header, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import type { Edition, Heading } from '../../../libs/register/charter.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { cannotBeAnswered, noSuchCommitment } from '../observations/answer.rule.js';
import type { CommitmentRow } from './commitment-rows.rule.js';
import { commitmentOperation, commitmentsOperation } from './commitments.document.js';
import { CommitmentsService, type CommitmentAnswer, type CommitmentsWithIndicators } from './commitments.service.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';
import { REGISTER } from '../query.settings.js';
import type { Refusal } from '../refusal.rule.js';

type NamedHeading = Pick<Heading, 'id' | 'title'>;

/** Commitments as the register has them, without figures. */
export interface CommitmentList {
  readonly editions: readonly Omit<Edition, 'commitments'>[];
  /** What the ids of principles and themes of a commitment stand for. */
  readonly principles: readonly NamedHeading[];
  readonly themes: readonly NamedHeading[];
  readonly commitments: readonly CommitmentRow[];
}

/** The same with what `include=indicators` adds. */
export type CommitmentListWithIndicators = Omit<CommitmentList, 'commitments'> & CommitmentsWithIndicators;

const INCLUDES = ['indicators'];

/** What was promised, and how it stands. Whoever may not see figures sees everything else. */
@Controller('v1/commitments')
@Requires('read-definitions')
export class CommitmentsController {
  constructor(
    @Inject(CommitmentsService) private readonly commitments: CommitmentsService,
    @Inject(REGISTER) private readonly register: Register,
  ) {}

  /** Of one edition or one section, and with indicators, where asked; 400 for what there is not. */
  @Get()
  @DescribedBy(commitmentsOperation)
  async list(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<CommitmentList | CommitmentListWithIndicators> {
    const query = readPlainQuery(request.originalUrl, ['edition', 'section', 'include']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const { edition, section, include } = query.value;
    const { charter } = this.register;
    const refusals = [
      ...unknownCode(
        'edition',
        edition,
        charter.editions.map(({ id }) => id),
      ),
      ...unknownCode('section', section, charter.sections),
      ...unknownCode('include', include, INCLUDES),
    ];
    if (refusals.length > 0) throw cannotBeAnswered(refusals);
    const editions = charter.editions
      .filter(({ id }) => id === (edition ?? id))
      .map(({ commitments: _, ...about }) => about);
    const commitments = this.commitments.rows.filter(
      (row) => row.edition === (edition ?? row.edition) && row.section === (section ?? row.section),
    );
    const about = { editions, principles: charter.principles.map(named), themes: charter.themes.map(named) };
    if (include === undefined) return { ...about, commitments };
    response.setHeader('Cache-Control', 'no-store');
    return { ...about, ...(await this.commitments.withIndicators(commitments, role)) };
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

function named({ id, title }: Heading): NamedHeading {
  return { id, title };
}

function unknownCode(member: string, code: string | undefined, allowed: readonly string[]): readonly Refusal[] {
  if (code === undefined || allowed.includes(code)) return [];
  return [{ member, detail: `There is no such ${member}.`, allowed }];
}
