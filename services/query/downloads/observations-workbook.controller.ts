import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentPrincipal, Requires } from '../../../libs/access/access.guard.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import { nameOf, type Measure } from '../../../libs/measures/measure.measure.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { ODS_MEDIA_TYPE, odsBytes } from '../../../libs/publication/ods/ods.codec.js';
import { definitionHash } from '../definitions/definition.codec.js';
import { cannotBeAnswered, stillBeingComputed } from '../observations/answer.rule.js';
import { readObservations } from '../observations/observations.parser.js';
import { beingComputed, ObservationsService } from '../observations/observations.service.js';
import { readQueryString } from '../observations/query-string.parser.js';
import { MEASURES } from '../query.settings.js';
import { observationsWorkbookOperation, WORKBOOK_MEMBERS } from './observations-workbook.document.js';
import { observationsWorkbook } from './observations-workbook.rule.js';

/** The figures of a measure as a spreadsheet. They are exact: whoever sees controlled figures only has releases. */
@Controller('v1/observations/workbook')
@Requires('read-exact-figures')
export class ObservationsWorkbookController {
  constructor(
    @Inject(ObservationsService) private readonly observations: ObservationsService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
  ) {}

  /** 200 with an OpenDocument spreadsheet; otherwise as `GET /v1/observations`. */
  @Get()
  @DescribedBy(observationsWorkbookOperation)
  @Header('Cache-Control', 'no-store')
  async workbook(
    @Req() request: Request,
    @Res() response: Response,
    @CurrentPrincipal() { role }: Caller,
  ): Promise<void> {
    const query = readObservations(readQueryString(request.originalUrl), WORKBOOK_MEMBERS);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const answer = await this.observations.answer(query.value, role);
    if (answer === beingComputed) throw stillBeingComputed();
    if (!answer.ok) throw cannotBeAnswered(answer.refusals);
    const { measure } = answer.value;
    const defined = this.measures.find((one) => nameOf(one) === nameOf(measure));
    if (defined === undefined) throw new Error('What is answered is one of the measures');
    const workbook = observationsWorkbook(answer.value, {
      filter: Object.fromEntries(query.value.filter.map(({ dimension, code }) => [dimension, code])),
      definitionHash: definitionHash(defined),
      madeAt: formatInstant(this.clock()),
    });
    response
      .attachment(`synthetic-${measure.id}.ods`)
      .type(ODS_MEDIA_TYPE)
      .send(Buffer.from(odsBytes(workbook)));
  }
}
