import { describe, expect, it } from '@jest/globals';
import { breachIn } from '../../../libs/access/audit-chain.rule.js';
import type { AuditEntry } from '../../../libs/access/audit.port.js';
import { MemoryAudit } from '../../../libs/store/memory-audit.store.js';
import { StoredAudit } from './stored-audit.service.js';

const entry = (release: string): AuditEntry => ({
  at: '2026-06-30T09:00:00Z',
  role: 'compiler',
  principal: 'demo-compiler',
  action: 'make-release',
  question: { release },
});

/** Every third of them, for one of three processes. */
const sharesOf = (told: readonly string[], one: number): readonly string[] =>
  told.filter((_, index) => index % 3 === one);

describe('the audit log in the store', () => {
  it('keeps every line in one chain, whichever process added it', async () => {
    const store = new MemoryAudit();
    const processes = Array.from({ length: 3 }, () => new StoredAudit(store));
    const told = Array.from({ length: 30 }, (_, index) => String(index));
    await Promise.all(
      processes.flatMap((audit, one) => sharesOf(told, one).map((release) => audit.record(entry(release)))),
    );
    const lines = await store.after(0, 100);
    expect(breachIn(lines)).toBeNull();
    expect(new Set(lines.map((line) => (JSON.parse(line.entry) as AuditEntry).question['release']))).toEqual(
      new Set(told),
    );
  });

  it('lets nobody go on where a line cannot be kept, and goes on itself with the next', async () => {
    const store = new MemoryAudit();
    const audit = new StoredAudit({
      last: () => store.last(),
      after: (number, limit) => store.after(number, limit),
      insert: (line) => (line.entry.includes('lost') ? Promise.reject(new Error('out of reach')) : store.insert(line)),
    });
    await expect(audit.record(entry('lost'))).rejects.toThrow('out of reach');
    await audit.record(entry('kept'));
    expect(await store.after(0, 10)).toHaveLength(1);
  });
});
