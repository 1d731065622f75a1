import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { no, notComputable, yes } from '../../../libs/measures/measure.measure.js';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import type { CommitmentListWithIndicators } from './commitments.controller.js';
import type { Indicator } from './indicators.service.js';
import { NOW, QueryDoor, type WrittenCheckpoint } from '../query.testkit.js';

const { charter } = loadRegister();
const HOUR = 3_600_000;
const asStaff = 'staff';

let door: QueryDoor;

beforeEach(async () => {
  door = new QueryDoor();
  await door.open();
});

afterEach(async () => {
  await door.close();
});

async function count(checkpoint: WrittenCheckpoint = {}): Promise<void> {
  await door.begin();
  await door.append(0, 10);
  await door.checkpoint(0, checkpoint);
  await door.follow();
}

/** The indicator of a commitment that rests on a computed measure, the first of them. */
async function indicatorOf(commitment: string, measure: string, role = asStaff): Promise<Indicator> {
  const { status, body } = await door.get(`/v1/commitments/${commitment}`, role);
  expect(status).toBe(200);
  const indicators: readonly Indicator[] = body.indicators;
  const found = indicators.find(({ evidence }) => evidence.kind === 'computed' && evidence.measure === measure);
  if (found === undefined) throw new Error(`${commitment} does not rest on ${measure}`);
  return found;
}

describe('the list of commitments', () => {
  it('holds every edition for everybody, without figures', async () => {
    const { status, body } = await door.get('/v1/commitments?edition=all');
    expect(status).toBe(200);
    expect(body.commitments).toHaveLength(51 + 39);
    expect(body.commitments[0]).toEqual({
      edition: '2019',
      id: '1.1',
      title: 'Show patience and kindness and notice how the person feels',
      section: "A people's service",
      responsible: 'both',
      confidence: 'confirmed',
      inForce: { from: '2019-02-06', to: '2024-06-25' },
      continues: [],
      continuedBy: ['1.1'],
    });
  });

  it.each([
    ['2026-06-30', '2024', []],
    ['2024-06-26', '2024', ['2024-25']],
    ['2024-06-25', '2019', ['2024-25']],
    ['2024-03-31', '2019', []],
    ['2019-02-06', '2019', []],
  ])('is, without an edition, of the one in force on %s', async (asOf, edition, spanning) => {
    const { body } = await door.get(`/v1/commitments?asOf=${asOf}`);
    expect(body.asOf).toBe(asOf);
    expect(body.editions.map(({ id }: { id: string }) => id)).toEqual([edition]);
    expect(body.commitments).toEqual((await door.get(`/v1/commitments?edition=${edition}`)).body.commitments);
    expect(body.warnings).toEqual(
      spanning.map(() => expect.stringMatching(/2024-25 spans two editions.*2019.*2024-06-25.*2024 from 2024-06-26/)),
    );
  });

  it('is empty before the first edition, and says so', async () => {
    const { body } = await door.get('/v1/commitments?asOf=2019-02-05');
    expect([body.commitments, body.editions]).toEqual([[], []]);
    expect(body.warnings).toEqual(['No edition of the charter was in force on 2019-02-05.']);
  });

  it('says of each edition whether it is known to be whole', async () => {
    const { body } = await door.get('/v1/commitments?edition=all');
    expect(body.editions).toEqual([
      { id: '2019', from: '2019-02-06', to: '2024-06-25', complete: true },
      { id: '2024', from: '2024-06-26', to: null, complete: false, note: expect.stringContaining('inferred') },
    ]);
  });

  it('keeps what is inferred inferred', async () => {
    const { body } = await door.get('/v1/commitments?edition=2024');
    expect(body.editions).toHaveLength(1);
    expect(body.commitments).toHaveLength(39);
    const inferred = body.commitments.filter(({ confidence }: { confidence: string }) => confidence === 'inferred');
    expect(inferred).toHaveLength(29);
    expect(inferred).toContainEqual(expect.objectContaining({ id: 'i1.a', continues: ['1.6', '2.5'] }));
  });

  it('can be narrowed to a section', async () => {
    const section = 'Processes that work';
    const { body } = await door.get(`/v1/commitments?edition=2019&section=${encodeURIComponent(section)}`);
    const expected = charter.editions[0]?.commitments.filter((one) => one.section === section).map(({ id }) => id);
    expect(body.commitments.map(({ id }: { id: string }) => id)).toEqual(expected);
  });

  it.each([
    ['edition=2011', { member: 'edition', detail: expect.any(String), allowed: ['2019', '2024', 'all'] }],
    ['asOf=2026-07-01', { member: 'asOf', detail: expect.stringContaining('after today') }],
    ['section=x', { member: 'section', detail: expect.any(String), allowed: charter.sections }],
    ['edition=2019&edition=2024', { member: 'edition', detail: 'Takes one value, once.' }],
    [
      'title=x',
      { member: 'title', detail: expect.any(String), allowed: ['edition', 'section', 'include', 'asOf', 'format'] },
    ],
    ['include=figures', { member: 'include', detail: expect.any(String), allowed: ['indicators'] }],
    ['include=', { member: 'include', detail: expect.any(String), allowed: ['indicators'] }],
    ['include=indicators&include=indicators', { member: 'include', detail: 'Takes one value, once.' }],
  ])('cannot be asked for with %s', async (query, error) => {
    const { status, body } = await door.get(`/v1/commitments?${query}`);
    expect(status).toBe(400);
    expect(body.errors).toEqual([error]);
  });
});

describe('the list of commitments with indicators', () => {
  const payments = { rows: { 'payments-on-time': [{ on: '2026-05-12', x: yes, count: 30 }] } };

  async function listFor(role?: string, query = ''): Promise<CommitmentListWithIndicators> {
    const { status, headers, body } = await door.get(`/v1/commitments?edition=all&include=indicators${query}`, role);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    return body;
  }

  it.each([undefined, 'scrutiny', 'staff', 'compiler', 'auditor', 'producer', 'importer', 'admin'])(
    'says to %s of each what the commitment itself says, and the rest once',
    async (role) => {
      await count(payments);
      const list = await listFor(role);
      const { body: plain } = await door.get('/v1/commitments?edition=all', role);
      expect(list.editions).toEqual(plain.editions);
      expect(list.commitments.map(({ indicators: _, ...row }) => row)).toEqual(plain.commitments);
      for (const { edition, id, indicators } of list.commitments) {
        const { body: one } = await door.get(`/v1/commitments/${edition}/${id}`, role);
        expect(indicators).toEqual(one.indicators);
        const { asOf, audience, freshness, warnings } = one;
        expect(list).toMatchObject({ asOf, audience, freshness, warnings });
      }
    },
  );

  it('can be narrowed like the list without', async () => {
    await count(payments);
    const section = 'Processes that work';
    const query = `section=${encodeURIComponent(section)}`;
    const list = await listFor(asStaff, `&${query}`);
    const { body: plain } = await door.get(`/v1/commitments?edition=all&${query}`, asStaff);
    expect(list.commitments.map(({ id }) => id)).toEqual(plain.commitments.map(({ id }: { id: string }) => id));
  });

  it('warns of what any of its indicators lacks', async () => {
    await count({ rows: { 'payments-on-time': [{ on: '2026-05-12', x: notComputable }] } });
    expect((await listFor(asStaff)).warnings).toEqual([expect.stringContaining('calendar')]);
  });

  it('is refused to a bad token', async () => {
    expect((await door.get('/v1/commitments?include=indicators', 'nobody')).status).toBe(401);
  });
});

describe('a commitment', () => {
  it('is answered with everything that the contract names', async () => {
    await count({ rows: { 'decisions-in-time': [{ on: '2026-05-12', x: yes, count: 30 }] } });
    const { status, headers, body } = await door.get('/v1/commitments/2019/2.2', asStaff);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      edition: '2019',
      id: '2.2',
      title: expect.any(String),
      section: 'Processes that work',
      responsible: expect.any(String),
      confidence: 'confirmed',
      inForce: { from: '2019-02-06', to: '2024-06-25' },
      continues: [],
      continuedBy: ['i2.d'],
      principles: expect.any(Array),
      themes: ['processes'],
      redress: charter.redress,
      indicators: expect.any(Array),
      asOf: '2026-06-30',
      audience: 'staff',
      classification: { kind: 'management information', published: 'live', certainty: 'provisional', synthetic: true },
      freshness: { countedTo: '2026-06-30T22:58:01Z', lagEvents: 0 },
      warnings: [],
    });
    const direct = body.indicators[1];
    expect(direct).toEqual({
      framework: 'S2-M31',
      title: expect.any(String),
      confidence: 'confirmed',
      evidence: { kind: 'computed', measure: 'decisions-in-time', relation: 'direct' },
      latest: {
        period: '2026-05',
        start: '2026-05-01',
        end: '2026-05-31',
        complete: true,
        dimensions: {},
        value: 1,
        numerator: 30,
        denominator: 30,
        p90: null,
        parts: null,
        interval: { low: expect.closeTo(0.8865, 4), high: 1, level: 0.95 },
        target: 0.9,
        status: [],
      },
      year: expect.objectContaining({ period: '2026-27', complete: false, numerator: 30, status: ['p'] }),
      state: 'no-target',
      filed: null,
    });
  });

  it('lists its indicators in the register’s order, one for each piece of evidence', async () => {
    const { body } = await door.get('/v1/commitments/2019/2.2', asStaff);
    const expected = charter.measures
      .filter(({ commitments }) => commitments.some(({ id }) => id === '2.2'))
      .flatMap(({ id, evidencedBy }) => evidencedBy.map((evidence) => [id, evidence]));
    expect(body.indicators.map(({ framework, evidence }: Indicator) => [framework, evidence])).toEqual(expected);
    expect(expected.length).toBeGreaterThan(9);
  });

  it('of 2024 has the indicators, principles and themes of what it carries on', async () => {
    const { body } = await door.get('/v1/commitments/2024/i2.d', asStaff);
    const { body: carriedOn } = await door.get('/v1/commitments/2019/2.2', asStaff);
    expect(body).toMatchObject({ edition: '2024', confidence: 'inferred', continues: ['2.2'], continuedBy: [] });
    for (const member of ['indicators', 'principles', 'themes', 'redress']) {
      expect(body[member]).toEqual(carriedOn[member]);
    }
  });

  it('may have no indicator at all: a gap that the register names', async () => {
    expect((await door.get('/v1/commitments/2019/2.9', asStaff)).body).toMatchObject({ indicators: [] });
  });

  it.each(['2011/1.1', '2019/9.9', '2024/2.2', '2019/__proto__', '2019/i2.d'])('%s is none', async (name) => {
    const { status, headers, body } = await door.get(`/v1/commitments/${name}`);
    expect(status).toBe(404);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ status: 404 });
  });
});

describe('an indicator', () => {
  it('that nobody has reported is a gap, by name; every other is computed', async () => {
    await count();
    for (const { id } of charter.editions[0]?.commitments ?? []) {
      const { body } = await door.get(`/v1/commitments/2019/${id}`, asStaff);
      for (const { evidence, title, latest, year, state, filed } of body.indicators as readonly Indicator[]) {
        const isComputed = evidence.kind === 'computed' || evidence.kind === 'survey';
        expect([title, latest, year, state]).not.toContain(null);
        expect([filed === null, state === 'gap']).toEqual([isComputed, !isComputed]);
        if (!isComputed) {
          expect([latest?.period, latest?.status, year?.status]).toEqual(['2025-26', ['x'], ['x', 'p']]);
          expect(filed).toEqual([
            { year: '2025-26', figure: null, entries: [] },
            { year: '2026-27', figure: null, entries: [] },
          ]);
        }
      }
    }
  });

  it('that is a survey has the figures of its question, of the last whole year and of this one', async () => {
    const answers = [
      { on: '2025-04-01', x: yes, count: 2 },
      { on: '2025-04-01', x: no, count: 1 },
      { on: '2026-04-01', x: yes, count: 1 },
    ];
    await count({ rows: { 'survey.s1-m19': answers } });
    const { body } = await door.get('/v1/commitments/2019/1.8', asStaff);
    const found = (body.indicators as readonly Indicator[]).find(({ framework }) => framework === 'S1-M19');
    expect(found).toMatchObject({
      evidence: { kind: 'survey', survey: 'client', question: 's1-m19' },
      latest: { period: '2025-26', numerator: 2, denominator: 3 },
      year: { period: '2026-27', numerator: 1, denominator: 1 },
      state: 'no-target',
    });
  });

  it('is on or off target where everything has to be in time', async () => {
    const payment = { on: '2026-05-12', x: yes, count: 3 };
    await count({ rows: { 'payments-on-time': [payment] } });
    expect(await indicatorOf('2019/2.2', 'payments-on-time')).toMatchObject({ state: 'on-target' });
    await door.append(0, 1);
    await door.checkpoint(0, { rows: { 'payments-on-time': [{ on: '2026-05-13', x: no }] } });
    await door.follow();
    expect(await indicatorOf('2019/2.2', 'payments-on-time')).toMatchObject({
      state: 'off-target',
      latest: { numerator: 3, denominator: 4 },
    });
  });

  it('is too few on nothing, and not of this month', async () => {
    await count({ rows: { 'payments-on-time': [{ on: '2026-06-12', x: yes, count: 30 }] } });
    expect(await indicatorOf('2019/2.2', 'payments-on-time')).toMatchObject({
      latest: { period: '2026-05', value: null, status: ['z'] },
      year: { period: '2026-27', value: 1 },
      state: 'too-few',
    });
  });

  it('is a gap where its figure is not available', async () => {
    await count({ rows: { 'payments-on-time': [{ on: '2026-05-12', x: notComputable }] } });
    const { body } = await door.get('/v1/commitments/2019/2.2', asStaff);
    expect(body.warnings).toEqual([expect.stringContaining('calendar')]);
    expect(await indicatorOf('2019/2.2', 'payments-on-time')).toMatchObject({
      latest: { status: ['x'] },
      state: 'gap',
    });
  });

  it('of a cohort is of the last month that is no longer provisional', async () => {
    await count();
    const rightFirstTime = charter.measures.find(({ evidencedBy }) =>
      evidencedBy.some((evidence) => evidence.kind === 'computed' && evidence.measure === 'right-first-time'),
    );
    const id = rightFirstTime?.commitments[0]?.id ?? '';
    expect(await indicatorOf(`2019/${id}`, 'right-first-time')).toMatchObject({
      latest: { period: '2025-12', status: ['z'] },
      year: { period: '2026-27', status: ['z', 'p'] },
    });
  });

  it('has gone quiet when what it counts no longer comes, target or not', async () => {
    const hourly = { first: NOW - 99 * HOUR, last: NOW, count: 100 };
    const feeds = { 'application.received': hourly, 'payment.promised': hourly };
    await count({ rows: { 'payments-on-time': [{ on: '2026-05-12', x: yes, count: 30 }] }, feeds });
    expect(await indicatorOf('2019/2.2', 'payments-on-time')).toMatchObject({ state: 'on-target' });
    door.now = NOW + 4 * 24 * HOUR;
    expect(await indicatorOf('2019/2.2', 'payments-on-time')).toMatchObject({ state: 'gone-quiet' });
    expect(await indicatorOf('2019/2.2', 'decision-time')).toMatchObject({ state: 'gone-quiet' });
    expect(await indicatorOf('2019/2.2', 'call-wait')).toMatchObject({ state: 'no-target' });
  });

  it('is a gap while the generation in use was begun without its measure', async () => {
    const layout = layoutOf(measures.filter(({ id }) => id !== 'payments-on-time'));
    await door.begin('older', layout);
    await door.follow();
    expect(await indicatorOf('2019/2.2', 'payments-on-time')).toMatchObject({ latest: null, year: null, state: 'gap' });
  });

  it('comes with a warning before anything has been counted', async () => {
    const { body } = await door.get('/v1/commitments/2019/2.2', asStaff);
    expect(body.warnings).toEqual(['Nothing has been counted yet.']);
  });
});

describe('who sees the figures of a commitment', () => {
  beforeEach(() => count({ rows: { 'payments-on-time': [{ on: '2026-05-12', x: yes, count: 30 }] } }));

  it.each(['staff', 'compiler', 'auditor', 'admin'])('%s', async (role) => {
    const { body } = await door.get('/v1/commitments/2019/2.2', role);
    expect(body).toMatchObject({ audience: role, warnings: [] });
    expect(await indicatorOf('2019/2.2', 'payments-on-time', role)).toMatchObject({ state: 'on-target' });
  });

  it.each([
    [undefined, 'public', 'this role does not see them'],
    ['producer', 'producer', 'this role does not see them'],
    ['importer', 'importer', 'this role does not see them'],
  ])('not %s, who sees everything else and is told why', async (role, audience, why) => {
    const { status, body } = await door.get('/v1/commitments/2019/2.2', role);
    const { body: forStaff } = await door.get('/v1/commitments/2019/2.2', asStaff);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...forStaff,
      audience,
      classification: null,
      freshness: null,
      warnings: [expect.stringContaining(why)],
      indicators: forStaff.indicators.map((indicator: Indicator) => ({
        ...indicator,
        latest: null,
        year: null,
        state: null,
        filed: null,
      })),
    });
  });

  it('nobody with a bad token', async () => {
    expect((await door.get('/v1/commitments/2019/2.2', 'nobody')).status).toBe(401);
  });
});
