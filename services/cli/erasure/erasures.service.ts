import type { AuditEntry } from '../../../libs/access/audit.port.js';
import type { AuditStore } from '../../../libs/store/audit-store.port.js';

const BATCH_SIZE = 500;

/** What the audit log keeps of an erasure: how much went, never of whom. */
export function erasureEntry(at: string, principal: string, cases: number, records: number): AuditEntry {
  const question = { cases: String(cases), records: String(records) };
  return { at, role: 'admin', principal, action: 'erase-cases', question };
}

/** How many cases have been erased after a moment (RFC 3339, UTC), as the audit log says. */
export async function casesErasedSince(audit: AuditStore, moment: string): Promise<number> {
  let cases = 0;
  for (let number = 0; ;) {
    const lines = await audit.after(number, BATCH_SIZE);
    for (const { entry } of lines) {
      const { action, at, question } = JSON.parse(entry) as AuditEntry;
      if (action === 'erase-cases' && Date.parse(at) >= Date.parse(moment)) cases += Number(question['cases']);
    }
    const last = lines.at(-1);
    if (last === undefined) return cases;
    ({ number } = last);
  }
}
