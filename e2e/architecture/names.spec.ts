import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkout } from './planted-tree.testkit.js';

const saysNothing = /(^|[/.])(utils?|helpers?|common|shared|misc)([/.]|$)/;
const barrel = /(^|\/)index\.[jt]sx?$/;
const named = /(^|\/)(main|[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+(\.spec|\.contract|\.testkit|\.stack)?)\.tsx?$/;

/** Paths below the rooms, as they stand. */
function paths(): readonly string[] {
  return ['services', 'libs', 'dashboards', 'infra', 'e2e'].flatMap((room) =>
    readdirSync(join(checkout, room), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  );
}

describe('a name', () => {
  it('says what the thing is: no rooms for what has no name of its own', () => {
    expect(paths().filter((path) => saysNothing.test(path))).toEqual([]);
  });

  it('stands for one file: no barrels', () => {
    expect(paths().filter((path) => barrel.test(path))).toEqual([]);
  });

  it('of a source file is its concept and its role', () => {
    expect(paths().filter((path) => /\.tsx?$/.test(path) && !named.test(path))).toEqual([]);
  });

  it.each(['libs/utils/day.rule.ts', 'libs/day.helpers.ts', 'services/query/common/page.ts', 'e2e/shared'])(
    'that says nothing is found: %s',
    (path) => expect(path).toMatch(saysNothing),
  );

  it.each([
    'libs/calendars/day.calendar.ts',
    'libs/measures/commonest.rule.ts',
    'services/query/shared-cells.store.ts',
  ])('that says something is left alone: %s', (path) => expect(path).not.toMatch(saysNothing));
});
