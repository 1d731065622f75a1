import { describe, expect, it } from '@jest/globals';
import { lineAfter, type AuditLine } from '../../../libs/access/audit-chain.rule.js';
import type { AttentionChange } from '../../../libs/store/attention-store.port.js';
import { MemoryAttention } from '../../../libs/store/memory-attention.store.js';
import { MemoryAudit } from '../../../libs/store/memory-audit.store.js';
import { AuditBroken, carryAttention, carryAudit } from './carried-over.service.js';
import { casesErasedSince, erasureEntry } from './erasures.service.js';

/** An audit log of erasures, one case on each of these days. */
async function erasedOn(...days: readonly string[]): Promise<MemoryAudit> {
  const audit = new MemoryAudit();
  for (const day of days) {
    await audit.insert(lineAfter(await audit.last(), erasureEntry(`${day}T10:00:00Z`, 'somebody', 1, 12)));
  }
  return audit;
}

function changeOf(number: number, positions: readonly number[]): AttentionChange {
  const measure = { measure: 'decisions-in-time', version: '1.0.0', from: null, to: 'on-target', period: '2026-01' };
  return { number, at: number, positions, ...measure };
}

describe('an audit log', () => {
  it('is carried over line by line, and goes on from there', async () => {
    const [from, to] = [await erasedOn('2026-01-05', '2026-02-05'), new MemoryAudit()];
    await carryAudit(from, to);
    expect(await to.after(0, 10)).toEqual(await from.after(0, 10));
    const next = lineAfter(await to.last(), erasureEntry('2026-03-05T10:00:00Z', 'somebody', 2, 3));
    expect(next.number).toBe(3);
  });

  it.each<readonly [string, (line: AuditLine) => AuditLine]>([
    ['changed', (line) => ({ ...line, entry: line.entry.replace('somebody', 'nobody') })],
    ['missing', (line) => ({ ...line, number: line.number + 1 })],
  ])('of which a line is %s is not carried over', async (_, spoil) => {
    const from = new MemoryAudit();
    for (const line of await (await erasedOn('2026-01-05', '2026-02-05')).after(0, 10)) {
      await from.insert(line.number === 2 ? spoil(line) : line);
    }
    const to = new MemoryAudit();
    await expect(carryAudit(from, to)).rejects.toThrow(AuditBroken);
    expect(await to.last()).toBeNull();
  });

  it('says how many cases have been erased since a moment', async () => {
    const audit = await erasedOn('2026-01-05', '2026-02-05', '2026-03-05');
    expect(await casesErasedSince(audit, '2026-02-01T00:00:00Z')).toBe(2);
    expect(await casesErasedSince(audit, '2026-04-01T00:00:00Z')).toBe(0);
    expect(await casesErasedSince(new MemoryAudit(), '2026-04-01T00:00:00Z')).toBe(0);
  });
});

describe('changes of state', () => {
  it('are carried over with how far their telling has come, and lie on the new log', async () => {
    const [from, to] = [new MemoryAttention(), new MemoryAttention()];
    for (const change of [changeOf(1, [3, 0]), changeOf(2, [9, 4])]) await from.insertChange(change);
    await from.beginAttempt(1, 1, 50);
    await from.noteDelivered(1, 60);
    await from.beginAttempt(2, 3, 500);
    await carryAttention(from, to, [7, 4]);
    expect(await to.changesAfter(0, 10)).toEqual([changeOf(1, [3, 0]), changeOf(2, [7, 4])]);
    expect(await to.deliveriesFrom(1)).toEqual(await from.deliveriesFrom(1));
  });
});
