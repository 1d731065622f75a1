import { Injectable } from '@nestjs/common';
import { lineAfter } from '../../../libs/access/audit-chain.rule.js';
import type { Audit, AuditEntry } from '../../../libs/access/audit.port.js';
import type { AuditStore } from '../../../libs/store/audit-store.port.js';

/** Processes that add a line at the same moment, of which each but one has to add its own again. */
const MOST_ATTEMPTS = 20;

/** The audit log in the store: a line is there before what it accounts for is done. */
@Injectable()
export class StoredAudit implements Audit {
  /** Lines of this process follow one another. */
  private adding: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: AuditStore) {}

  record(entry: AuditEntry): Promise<void> {
    const added = this.adding.then(() => this.add(entry));
    this.adding = added.catch(() => undefined);
    return added;
  }

  private async add(entry: AuditEntry): Promise<void> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      if (await this.store.insert(lineAfter(await this.store.last(), entry))) return;
    }
    throw new Error('other processes add to the audit log so fast that this line found no place');
  }
}
