import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Requires } from '../../../libs/access/access.guard.js';
import { DescribedBy } from '../../../libs/openapi/operation.document.js';
import { notReady } from '../../../libs/problems/not-ready.exception.js';
import { AUDIT_STORE, type AuditStore, type StoredAuditEntry } from '../../../libs/store/audit-store.port.js';
import { StoreUnavailable } from '../../../libs/store/engine-store.port.js';
import { cannotBeAnswered } from '../observations/answer.rule.js';
import { readPlainQuery } from '../observations/plain-query.parser.js';
import { auditOperation } from './audit.document.js';

const PAGE_LENGTH = 500;
const NUMBER = /^\d{1,15}$/;

export interface AuditPage {
  /** Oldest first. */
  readonly lines: readonly StoredAuditEntry[];
  /** What `after` has to be for the next page; `null` where there is none. */
  readonly next: number | null;
}

/** The audit log for whoever checks it. Reading it is not accounted for: it names nobody's case. */
@Controller('v1/audit')
@Requires('read-audit')
export class AuditController {
  constructor(@Inject(AUDIT_STORE) private readonly store: AuditStore) {}

  /** 200; 400 for a number that is none; 503 while the store cannot be reached. */
  @Get()
  @DescribedBy(auditOperation)
  @Header('Cache-Control', 'no-store')
  async read(@Req() request: Request): Promise<AuditPage> {
    const query = readPlainQuery(request.originalUrl, ['after']);
    if (!query.ok) throw cannotBeAnswered(query.refusals);
    const { after = '0' } = query.value;
    if (!NUMBER.test(after)) {
      throw cannotBeAnswered([{ member: 'after', detail: 'Takes the number of a line: what `next` said.' }]);
    }
    const found = await this.store.after(Number(after), PAGE_LENGTH + 1).catch(comeBack);
    const lines = found.slice(0, PAGE_LENGTH);
    return { lines, next: found.length > PAGE_LENGTH ? (lines.at(-1)?.number ?? null) : null };
  }
}

function comeBack(error: unknown): never {
  throw error instanceof StoreUnavailable ? notReady('The store cannot be reached just now.') : error;
}
