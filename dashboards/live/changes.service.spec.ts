import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../pages.testkit.js';
import { demoPages } from '../pages.settings.js';
import { exampleStatus } from '../query-client/example-answers.testkit.js';
import { QueryClient } from '../query-client/query.client.js';
import { QueryStandIn } from '../query-client/query-stand-in.testkit.js';
import { Changes } from './changes.service.js';

const query = new QueryStandIn();
let changes: Changes;

beforeAll(() => query.open());
afterAll(() => query.close());
beforeEach(() => {
  query.beginAgain();
  const pages = demoPages(() => query.address);
  changes = new Changes(new QueryClient(pages), pages);
});

/** Longer than from one look to the next. */
const A_LOOK = 1_200;
const events = { accepted: 101, applied: 91, duplicates: 8, quarantined: 2, inFlight: 0 };

describe('readers of one role', () => {
  it('are told the same, each change once, by one watch that ends with the last of them', async () => {
    const told: (number | null)[][] = Array.from({ length: 50 }, () => []);
    const stops = told.map((mine) => changes.tell('staff', (counted) => void mine.push(counted)));
    const all = (expected: readonly (number | null)[]): Promise<void> =>
      until(() => told.every((mine) => mine.length === expected.length)).then(() => {
        expect(new Set(told.map((mine) => JSON.stringify(mine)))).toEqual(new Set([JSON.stringify(expected)]));
      });

    await all([100]);
    expect(query.asked).toEqual([{ path: '/v1/status', token: 'demo-staff' }]);
    query.answers('/v1/status', { ...exampleStatus, events });
    await all([100, 101]);
    query.refuses('/v1/status', 503, 'Not now.');
    await all([100, 101, null]);
    expect(query.asked).toHaveLength(3);

    for (const stop of stops) stop();
    await pause(A_LOOK);
    expect(query.asked).toHaveLength(3);
    expect(told.every((mine) => mine.length === 3)).toBe(true);
  });

  it('are told what holds as soon as they come, also those who come later or again', async () => {
    const told: (number | null)[] = [];
    const stop = changes.tell('staff', (counted) => void told.push(counted));
    await until(() => told.length === 1);
    const stopLater = changes.tell('staff', (counted) => void told.push(counted));
    expect(told).toEqual([100, 100]);
    stop();
    stopLater();
    changes.tell('staff', (counted) => void told.push(counted));
    await until(() => told.length === 3);
    changes.beforeApplicationShutdown();
  });
});

describe('a watch', () => {
  it('is kept for each role by itself, with what that role may see', async () => {
    const told: string[] = [];
    changes.tell('staff', (counted) => void told.push(`staff ${counted}`));
    query.answers('/v1/status', { countedTo: exampleStatus.countedTo, filling: null });
    changes.tell('public', (counted) => void told.push(`public ${counted}`));
    await until(() => told.length === 2);
    expect(query.asked.map(({ token }) => token)).toEqual(['demo-staff', null]);
    expect(told).toContain('public 0');
    changes.beforeApplicationShutdown();
  });

  it('ends when the application stops, and leaves no timer', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const told: (number | null)[] = [];
    changes.tell('staff', (counted) => void told.push(counted));
    await until(() => told.length === 1);
    changes.beforeApplicationShutdown();
    await until(() => timers() <= before);
    expect({ told, asked: query.asked.length }).toEqual({ told: [100], asked: 1 });
  });
});
