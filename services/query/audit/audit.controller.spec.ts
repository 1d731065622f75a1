import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breachIn } from '../../../libs/access/audit-chain.rule.js';
import type { AuditEntry } from '../../../libs/access/audit.port.js';
import type { StoredAuditEntry } from '../../../libs/store/audit-store.port.js';
import { QueryDoor } from '../query.testkit.js';
import type { AuditPage } from './audit.controller.js';
import { StoredAudit } from './stored-audit.service.js';

const door = new QueryDoor();
const LINES = 1_001;
const entry: AuditEntry = {
  at: '2026-06-30T09:00:00Z',
  role: 'compiler',
  principal: 'demo-compiler',
  action: 'make-release',
  question: { year: '2025-26' },
};

beforeAll(async () => {
  await door.open();
  const audit = new StoredAudit(door.audit);
  for (let line = 0; line < LINES; line += 1) await audit.record(entry);
});
afterAll(() => door.close());

describe('the audit log over HTTP', () => {
  it('is every line, in order, as it is kept', async () => {
    const lines: StoredAuditEntry[] = [];
    for (let next: number | null = 0; next !== null;) {
      const { body } = await door.get(`/v1/audit?after=${next}`, 'auditor').expect(200);
      const page = body as AuditPage;
      lines.push(...page.lines);
      ({ next } = page);
    }
    expect(lines).toHaveLength(LINES);
    expect(breachIn(lines)).toBeNull();
    expect(lines).toEqual(await door.audit.after(0, 2 * LINES));
  });

  it.each(['after=-1', 'after=x', 'after=', 'after=1&after=2', 'from=1'])(
    'takes no query such as %s',
    async (query) => {
      await door.get(`/v1/audit?${query}`, 'admin').expect(400);
    },
  );

  it('grows by nothing when it is read', async () => {
    await door.get('/v1/audit', 'admin').expect(200);
    expect((await door.audit.last())?.number).toBe(LINES);
  });
});
