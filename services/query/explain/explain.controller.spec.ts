import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { AUDIT, type AuditEntry } from '../../../libs/access/audit.port.js';
import { corrected, decided, fact, received, recordedOn } from '../../../libs/measures/measure.testkit.js';
import { measureNamed } from '../../../libs/measures/figures/holdings.testkit.js';
import { definitionHash } from '../definitions/definition.codec.js';
import { EXPLAIN_SETTINGS } from '../query.settings.js';
import { QueryDoor } from '../query.testkit.js';
import { beginCounting, countCases, type ToldCases } from './explain.testkit.js';

const path = '/v1/explain?measure=decisions-made&period=2026-05';
const application = received('2026-05-01');
const cases: ToldCases = {
  'CLAIM-000001': [application, recordedOn('2026-05-25', decided('2026-05-12'))],
  'CLAIM-000002': [received('2026-05-04', { benefit: 'SCP' }), decided('2026-05-20')],
  'CLAIM-000003': [
    application,
    corrected(application, '2026-05-09', { time: '2026-05-02T09:00:00Z' }),
    decided('2026-05-11'),
  ],
  'CLAIM-000004': [application, decided('2026-06-02')],
  'CALL-0000001': [fact('call.ended', '2026-05-12', { outcome: 'answered', waitSeconds: 9 })],
};

let door: QueryDoor;
let account: AuditEntry[];

beforeEach(async () => {
  account = [];
  const record = (entry: AuditEntry): Promise<void> => {
    account.push(entry);
    return Promise.resolve();
  };
  door = new QueryDoor({}, null, [
    { provide: AUDIT, useValue: { record } },
    { provide: EXPLAIN_SETTINGS, useValue: { pageLength: 2, longestWaitMs: 100 } },
  ]);
  await door.open();
  await beginCounting(door);
});

afterEach(async () => {
  await door.close();
});

async function count(told: ToldCases = cases): Promise<void> {
  const subjects = Object.entries(told);
  for (const partition of [0, 1]) {
    const own = subjects.filter((_, index) => index % 2 === partition);
    await countCases(door, partition, Object.fromEntries(own), { counts: { duplicates: 3, quarantined: partition } });
  }
  await door.follow();
}

describe('a figure', () => {
  it('is explained by its definition, what it rests on, and counts', async () => {
    await count();
    const { status, body, headers } = await door.get(path, 'staff');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({
      definition: { id: 'decisions-made', definitionHash: definitionHash(measureNamed('decisions-made')) },
      grain: 'month',
      filter: {},
      asOf: '2026-06-30',
      audience: 'staff',
      positions: [
        { partition: 0, position: 6 },
        { partition: 1, position: 4 },
      ],
      counts: { cases: 3, corrections: 1, late: 1, duplicates: 6, quarantined: 1 },
      cases: null,
      freshness: { lagEvents: 0 },
      warnings: [],
    });
    const observed = await door.get('/v1/observations?measure=decisions-made&from=2026-05&to=2026-05', 'staff');
    expect(body.observation).toEqual(observed.body.observations[0]);
    expect(body.observation.value).toBe(3);
  });

  it('is explained under a filter and as known on a past day', async () => {
    await count();
    const filtered = await door.get(`${path}&filter[benefit]=SCP`, 'staff');
    expect(filtered.body).toMatchObject({ filter: { benefit: 'SCP' }, counts: { cases: 1, late: 0 } });
    const then = await door.get(`${path}&asOf=2026-05-24`, 'auditor');
    expect(then.body).toMatchObject({ observation: { value: 2 }, counts: { cases: 2, late: 0, corrections: 1 } });
    expect(then.body.cases.references.sort()).toEqual(['CLAIM-000002', 'CLAIM-000003']);
  });

  it('is explained before anything has been counted', async () => {
    const empty = new QueryDoor();
    await empty.open();
    const { body } = await empty.get(path, 'auditor');
    expect(body).toMatchObject({
      observation: { value: 0 },
      positions: [],
      counts: { cases: 0, duplicates: 0 },
      cases: { total: 0, references: [], next: null },
      warnings: ['Nothing has been counted yet.'],
    });
    await empty.close();
  });
});

describe('the case references of a figure', () => {
  it('are listed for the auditor page by page, by the log positions of the first page', async () => {
    await count();
    const first = await door.get(path, 'auditor');
    const { cases: page, positions } = first.body;
    expect(page).toMatchObject({ total: 3, next: '2-3-6.4' });
    await count({ 'CLAIM-000009': [application, decided('2026-05-13')], 'CLAIM-000010': [application] });
    const second = await door.get(`${path}&after=${page.next}`, 'auditor');
    expect(second.body).toMatchObject({
      observation: first.body.observation,
      positions,
      counts: null,
      freshness: null,
    });
    expect(second.body.cases).toMatchObject({ total: 3, next: null });
    expect([...page.references, ...second.body.cases.references].sort()).toEqual([
      'CLAIM-000001',
      'CLAIM-000002',
      'CLAIM-000003',
    ]);
    expect((await door.get(path, 'auditor')).body.cases.total).toBe(4);
  });

  it.each(['x', '2-3-6', '2-3-6.4.1', '2-3-600.4', '3-3-6.4', '2-4-6.4', '2-3-5.4&after=2-3-6.4'])(
    'are not continued from %s',
    async (after) => {
      await count();
      const { status, body } = await door.get(`${path}&after=${after}`, 'auditor');
      expect(status).toBe(400);
      expect(body.errors).toEqual([{ member: 'after', detail: expect.any(String) }]);
    },
  );

  it('are not given before it is on record who asked for what', async () => {
    await count();
    await door.get(`${path}&filter[benefit]=SCP&asOf=2026-06-01`, 'auditor');
    expect(account).toEqual([
      {
        at: expect.stringMatching(/^2026-06-30T/),
        role: 'auditor',
        principal: expect.any(String),
        action: 'read-case-references',
        question: {
          measure: 'decisions-made@1.0.0',
          period: '2026-05',
          'filter[benefit]': 'SCP',
          asOf: '2026-06-01',
        },
      },
    ]);
    await door.get(path, 'staff');
    expect(account).toHaveLength(1);
  });

  it('are given to nobody else', async () => {
    await count();
    for (const role of ['staff', 'compiler', 'scrutiny']) expect((await door.get(path, role)).body.cases).toBeNull();
    for (const role of ['producer', 'importer', 'admin']) expect((await door.get(path, role)).status).toBe(403);
    expect((await door.get(path)).status).toBe(401);
  });
});

describe('a figure that the stored cases do not give', () => {
  it('is not explained until the cases that it was counted from are stored', async () => {
    await countCases(door, 0, cases, { storesCases: false });
    await door.follow();
    const early = await door.get(path, 'staff');
    expect(early.status).toBe(503);
    expect(early.headers['retry-after']).toBeDefined();
  });

  it('is not explained at all, and that is told', async () => {
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await door.append(0, 5);
    await door.checkpoint(0, { rows: { 'decisions-made': [{ on: '2026-05-12', x: 0 }] } });
    await door.follow();
    expect((await door.get(path, 'auditor')).status).toBe(503);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('decisions-made@1.0.0'));
    told.mockRestore();
  });
});

describe('a question that cannot be explained', () => {
  it.each([
    ['', ['measure', 'period']],
    ['measure=nothing&period=2026-05', ['measure']],
    ['measure=decisions-made', ['period']],
    ['measure=decisions-made&period=May', ['period']],
    ['measure=decisions-made&period=2026-05&period=2026-06', ['period']],
    ['measure=survey.s1-m01&period=2026-05', ['period']],
    ['measure=decisions-made&period=2026-05&filter[benefit]=X', ['filter[benefit]']],
    ['measure=decisions-made&period=2026-05&asOf=2027-01-01', ['asOf']],
    ['measure=decisions-made&period=2026-05&by=benefit', ['by']],
    ['measure=decisions-made&period=2026-05&grain=day', ['grain']],
  ])('%j is refused with the members at fault', async (query, members) => {
    const { status, body } = await door.get(`/v1/explain?${query}`, 'staff');
    expect(status).toBe(400);
    expect(body.errors.map(({ member }: { readonly member: string }) => member)).toEqual(members);
  });
});
