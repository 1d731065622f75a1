import type request from 'supertest';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AuditEntry } from '../../../libs/access/audit.port.js';
import { exampleEvent } from '../../../libs/events/fact.testkit.js';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { partitionOf } from '../../../libs/log/partitioner.rule.js';
import { StoreUnavailable, type QuarantineEntry } from '../../../libs/store/engine-store.port.js';
import { NOW, QueryDoor } from '../query.testkit.js';
import type { QuarantinePage } from './quarantine.service.js';

const door = new QueryDoor();
const home = partitionOf(exampleEvent.subject, 2);
const appendedAt = NOW - 86_400_000;

const entryAt = (offset: number, over: Partial<QuarantineEntry> = {}): QuarantineEntry => ({
  partition: 1 - home,
  offset,
  appendedAt,
  code: 'wrong-partition',
  path: '/subject',
  detail: 'Lies elsewhere.',
  key: exampleEvent.subject,
  value: JSON.stringify({ ...exampleEvent, id: `e-${offset}` }),
  ...over,
});
const idOf = (offset: number): string => `${1 - home}-${offset}`;
const replay = (id: string, role: string): request.Test => door.post(`/v1/quarantine/${id}/replay`, {}, role);

beforeAll(async () => {
  await door.open();
  await door.begin();
  await door.store.insertQuarantine([
    ...Array.from({ length: 205 }, (_, offset) => entryAt(offset)),
    entryAt(300, { code: 'not-json', path: '', value: '{' }),
  ]);
});
afterAll(() => door.close());

describe('the list of what lies in quarantine', () => {
  it('has every entry once, page by page', async () => {
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const answer = await door.get(`/v1/quarantine${next === '' ? '' : `?after=${next}`}`, 'auditor').expect(200);
      const page = answer.body as QuarantinePage;
      expect(page.entries.length).toBeLessThanOrEqual(100);
      ids.push(...page.entries.map(({ id }) => id));
      ({ next } = page);
    }
    expect(ids).toEqual([...Array.from({ length: 205 }, (_, offset) => idOf(offset)), idOf(300)]);
  });

  it('says what would become of each', async () => {
    const { body } = await door.get(`/v1/quarantine?after=${idOf(203)}`, 'admin');
    expect((body as QuarantinePage).entries.map(({ standing }) => standing)).toEqual(['replayable', 'refused']);
  });

  it.each(['after=x', 'before=0-1', 'after=0-1&after=0-2'])('takes no query such as %s', async (query) => {
    await door.get(`/v1/quarantine?${query}`, 'admin').expect(400);
  });
});

describe('a replay', () => {
  it('puts the same event on the log where it belongs, marked, known from the same day, and accounts for it', async () => {
    const { end } = await door.log.bounds(home);
    await replay(idOf(7), 'admin').expect(202, { replayed: idOf(7) });
    const [record] = await door.log.read(home, end, 10);
    expect(record).toMatchObject({ key: exampleEvent.subject, headers: { 'charter-replays': idOf(7) } });
    expect(JSON.parse(record?.value ?? '')).toEqual({
      ...exampleEvent,
      id: 'e-7',
      recordedtime: new Date(appendedAt).toISOString().replace('.000', ''),
    });
    const line = JSON.parse((await door.audit.last())?.entry ?? '') as AuditEntry;
    expect(line).toMatchObject({ action: 'replay-quarantined', principal: 'demo-admin', question: { id: idOf(7) } });
  });

  it.each([
    ['of nothing', '0-999', 404],
    ['of no place', 'everything', 404],
    ['of what would be refused again', idOf(300), 409],
  ])('%s is refused, and nothing is written', async (_, id, status) => {
    const before = [await door.log.bounds(home), await door.audit.last()];
    await replay(id, 'admin').expect(status);
    expect([await door.log.bounds(home), await door.audit.last()]).toEqual(before);
  });

  it.each(['auditor', 'staff', 'compiler', 'importer'])('is not for the role %s', async (role) => {
    await replay(idOf(8), role).expect(403);
  });

  it.each([
    [new LogUnavailable('away'), 503],
    [new StoreUnavailable('away'), 503],
  ])('can be asked for again where %s', async (error, status) => {
    const failing = jest.spyOn(door.log, 'append').mockRejectedValueOnce(error);
    const answer = await replay(idOf(9), 'admin').expect(status);
    expect(answer.headers['retry-after']).toBe('5');
    failing.mockRestore();
    await replay(idOf(9), 'admin').expect(202);
  });

  it('is not done where it cannot be accounted for', async () => {
    const before = await door.log.bounds(home);
    const failing = jest.spyOn(door.audit, 'insert').mockRejectedValueOnce(new Error('out of reach'));
    await replay(idOf(10), 'admin').expect(500);
    failing.mockRestore();
    expect(await door.log.bounds(home)).toEqual(before);
  });
});
