import { Controller, Get, Header, Inject, Param, Req, Res, UseInterceptors } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { ControlledQueries } from '../controlled/controlled-queries.interceptor.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import type { Edition, Heading } from '../../../libs/register/charter.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { cannotBeAnswered, noSuchCommitment } from '../observations/answer.rule.js';
import type { CommitmentRow } from './commitment-rows.rule.js';
import { editionInForce, editionNotes } from './edition-in-force.rule.js';
import { commitmentsCsv } from './commitments.codec.js';
import { commitmentOperation, commitmentsOperation } from './commitments.document.js';
import { CommitmentsService, type CommitmentAnswer, type CommitmentsWithIndicators } from './commitments.service.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';
import { REGISTER } from '../query.settings.js';
import type { Refusal } from '../refusal.rule.js';
import { formatDay } from '../../../libs/calendars/local-date.calendar.js';

type NamedHeading = Pick<Heading, 'id' | 'title'>;

/** Commitments as the register has them, without figures. */
export interface CommitmentList {
  /** K: without an edition named the list is of the one in force on this day. */
  readonly asOf: string;
  readonly warnings: readonly string[];
  readonly editions: readonly Omit<Edition, 'commitments'>[];
  /** What the ids of principles and themes of a commitment stand for. */
  readonly principles: readonly NamedHeading[];
  readonly themes: readonly NamedHeading[];
  readonly commitments: readonly CommitmentRow[];
}

/** The same with what `include=indicators` adds. */
export type CommitmentListWithIndicators = Omit<CommitmentList, 'commitments'> & CommitmentsWithIndicators;

const INCLUDES = ['indicators'];
const FORMATS = ['json', 'csv'];
const EVERY_EDITION = 'all';

/** What was promised, and how it stands. Whoever may not see figures sees everything else. */
@Controller('v1/commitments')
@Requires('read-definitions')
@UseInterceptors(ControlledQueries)
export class CommitmentsController {
  constructor(
    @Inject(CommitmentsService) private readonly commitments: CommitmentsService,
    @Inject(REGISTER) private readonly register: Register,
  ) {}

  /**
   * Of the edition in force on K, of another or of all, of one section, and with indicators, as asked; 400 for what there
   * is not.
   */
  @Get()
  @DescribedBy(commitmentsOperation)
  async list(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<CommitmentList | CommitmentListWithIndicators | string> {
    const query = readPlainQuery(request.originalUrl, ['edition', 'section', 'include', 'asOf', 'format']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const { edition, section, include, format } = query.value;
    const { charter } = this.register;
    const hasFigures = include !== undefined || format === 'csv';
    const asOf = await this.commitments.dayAsked(query.value.asOf, hasFigures ? role : 'no figures');
    const refusals = [
      ...unknownCode('edition', edition, [...charter.editions.map(({ id }) => id), EVERY_EDITION]),
      ...unknownCode('section', section, charter.sections),
      ...unknownCode('include', include, INCLUDES),
      ...unknownCode('format', format, FORMATS),
      ...(asOf.ok ? [] : asOf.refusals),
    ];
    if (refusals.length > 0 || !asOf.ok) throw cannotBeAnswered(refusals);
    const wanted = edition ?? editionInForce(charter.editions, asOf.value)?.id;
    const isWanted = (id: string): boolean => wanted === EVERY_EDITION || id === wanted;
    const commitments = this.commitments.rows.filter(
      (row) => isWanted(row.edition) && row.section === (section ?? row.section),
    );
    const notes = edition === undefined ? editionNotes(charter.editions, asOf.value) : [];
    const list: Omit<CommitmentList, 'commitments'> = {
      asOf: formatDay(asOf.value),
      warnings: notes,
      editions: charter.editions.filter(({ id }) => isWanted(id)).map(({ commitments: _, ...about }) => about),
      principles: charter.principles.map(named),
      themes: charter.themes.map(named),
    };
    if (!hasFigures) return { ...list, commitments };
    response.setHeader('Cache-Control', 'no-store');
    const answer = await this.commitments.withIndicators(commitments, role, asOf.value);
    if (format === 'csv') {
      response.type('text/csv; charset=utf-8');
      return commitmentsCsv(answer.commitments);
    }
    return { ...list, ...answer, warnings: [...notes, ...answer.warnings] };
  }

  /** 200 with figures for whoever may see them; 400 for a day that cannot be answered for; 404 for no commitment. */
  @Get(':edition/:id')
  @DescribedBy(commitmentOperation)
  @Header('Cache-Control', 'no-store')
  async one(
    @Req() request: Request,
    @Param('edition') edition: string,
    @Param('id') id: string,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<CommitmentAnswer> {
    const query = readPlainQuery(request.originalUrl, ['asOf']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const asOf = await this.commitments.dayAsked(query.value.asOf, role);
    if (!asOf.ok) throw cannotBeAnswered(asOf.refusals);
    const answer = await this.commitments.answer(edition, id, role, asOf.value);
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
