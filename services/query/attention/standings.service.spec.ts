import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { measureNamed, rowsOf } from '../../../libs/measures/figures/holdings.testkit.js';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { yes } from '../../../libs/measures/measure.measure.js';
import { RowTable } from '../../../libs/measures/rows/row-table.measure.js';
import { encodeRows } from '../../../libs/measures/rows/rows.codec.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { aSegment } from '../../../libs/store/checkpoint.testkit.js';
import { MemoryStore } from '../../../libs/store/memory.store.js';
import { ControlledFigures } from '../controlled/controlled-figures.service.js';
import { FigureFollower } from '../following/figure-follower.service.js';
import { NOW } from '../query.testkit.js';
import { StandingsService } from './standings.service.js';

const DAY = 86_400_000;
const onTime = measureNamed('payments-on-time');
const register = loadRegister();

let store: MemoryStore;
let follower: FigureFollower;
let standings: StandingsService;

beforeEach(async () => {
  store = new MemoryStore();
  follower = new FigureFollower(store);
  standings = new StandingsService(register, follower, measures, new ControlledFigures({ small: 5 }));
  const layout = JSON.stringify(layoutOf(measures));
  await store.createGeneration({ id: 'g1', fingerprint: 'g1', partitionCount: 1, layout });
  await store.pointTo('g1', null);
  await paid(0);
});

/** One more checkpoint, with three payments on time in May. */
async function paid(number: number): Promise<void> {
  const rows = encodeRows(rowsOf(onTime, [{ on: '2026-05-12', x: yes, count: 3 }]));
  const feeds = { 'payment.promised': { first: NOW - 99_000, last: NOW, count: 100 } };
  const segment = aSegment(number, number, { generation: 'g1', rows, feeds });
  const { partition, through } = segment;
  await store.commit({ generation: 'g1', partition, quarantine: [], segment, cases: [], position: through + 1 });
  await follower.refresh();
}

describe('standings', () => {
  it('are worked out once for a day, until new figures are taken in', async () => {
    const spans = jest.spyOn(RowTable.prototype, 'spans');
    const readAll = (): unknown => measures.map((measure) => standings.at(NOW).standingOf(measure));
    const first = readAll();
    const looks = spans.mock.calls.length;
    await follower.refresh();
    expect(readAll()).toEqual(first);
    expect(spans.mock.calls).toHaveLength(looks);
    await paid(1);
    expect(standings.at(NOW).standingOf(onTime).latest.numerator).toBe(6);
    expect(spans.mock.calls.length).toBeGreaterThan(looks);
    spans.mockRestore();
  });

  it('are of the day asked for', () => {
    expect(standings.at(NOW, 20_600).standingOf(onTime).latest.period).toBe('2026-04');
    expect(standings.at(NOW).standingOf(onTime).latest.period).toBe('2026-05');
    expect(standings.at(NOW + DAY).standingOf(onTime).latest.period).toBe('2026-06');
  });

  it('stay right when more days are asked for than are kept', () => {
    const ask = (asOf: number): unknown => standings.at(NOW, asOf).standingOf(onTime);
    const days = Array.from({ length: 40 }, (_, back) => 20_630 - back);
    expect(days.map(ask)).toEqual(days.map(ask));
  });

  it('go quiet with the clock, without new figures, and never on a past day', () => {
    const later = NOW + 4 * DAY;
    expect(standings.at(NOW).standingOf(onTime)).toMatchObject({ state: 'on-target', quietSince: null });
    expect(standings.at(later).standingOf(onTime)).toMatchObject({ state: 'gone-quiet', quietSince: NOW });
    const today = Math.floor(later / DAY);
    expect(standings.at(later, today - 1).standingOf(onTime).quietSince).toBeNull();
  });

  it('stand before anything has been counted', () => {
    const nothing = new StandingsService(
      register,
      new FigureFollower(new MemoryStore()),
      measures,
      new ControlledFigures({ small: 5 }),
    );
    const { figures, standingOf } = nothing.at(NOW);
    expect(figures).toBeNull();
    expect(standingOf(onTime)).toMatchObject({ isCounted: true, state: 'too-few', latest: { status: ['z'] } });
  });
});
