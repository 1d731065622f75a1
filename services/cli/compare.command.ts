import type { Command } from 'commander';
import { formatDay, localDay, parseDay, type Day } from '../../libs/calendars/local-date.calendar.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { rulesOf } from '../../libs/register/register-rules.rule.js';
import type { Definition } from '../query/definitions/definition.codec.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { grouped } from './intake-report.rule.js';
import {
  addFigures,
  breakdownsOf,
  FIRST_DAY,
  grainOf,
  monthlyDifferences,
  monthlyFiguresOf,
  type Comparable,
  type MonthlyFigures,
} from './monthly-figures.service.js';
import { readStoredFigures } from './stored-figures.service.js';

/** A system did not answer, or has nothing to compare. */
export class NothingToCompare extends Error {
  readonly code = 'nothing-to-compare';
  readonly retriable = true;
}

interface CompareOptions {
  readonly token: string;
  readonly asOf?: string;
}

/** `charter compare <one> <other>`: whether two systems that took in the same events give the same figures. */
export function addCompare(program: Command, settings: () => Settings): void {
  program
    .command('compare')
    .description('list where the figures of two systems differ, for every measure and month, with and without benefit')
    .argument('<one>', 'address of a running system, or a data folder')
    .argument('<other>', 'the same')
    .option('--as-of <date>', 'as known at the end of this day (default: today)')
    .option('--token <token>', 'bearer token of staff', 'demo-staff')
    .action(async (one: string, other: string, { token, asOf }: CompareOptions) => {
      const day = asOf === undefined ? localDay(Date.now()) : parseDay(asOf);
      if (day === null) throw new NothingToCompare(`--as-of takes a date, not ${String(asOf)}`);
      const figures = (where: string): Promise<MonthlyFigures> =>
        /^https?:/.test(where) ? figuresAt(where, token, day) : figuresIn({ ...settings(), dataFolder: where }, day);
      const [first, second] = [await figures(one), await figures(other)];
      const differences = monthlyDifferences(first, second);
      if (differences.length > 0) {
        process.stdout.write(`measure,month,benefit,${one},${other}\n${differences.join('\n')}\n`);
        process.exitCode = 1;
      } else process.stdout.write(`Equal: ${grouped(first.size)} figures, as known at the end of ${formatDay(day)}.\n`);
    });
}

async function figuresIn(settings: Settings, asOf: Day): Promise<MonthlyFigures> {
  const { follower, close } = await readStoredFigures({ ...settings, profile: 'embedded' });
  try {
    const { figures } = follower;
    if (figures === null) throw new NothingToCompare(`Nothing has been counted in ${settings.dataFolder}.`);
    return monthlyFiguresOf(figures, rulesOf(loadRegister()), asOf);
  } finally {
    await close();
  }
}

async function figuresAt(url: string, token: string, asOf: Day): Promise<MonthlyFigures> {
  const { measures } = (await ask(new URL('/v1/measures', url), token)) as {
    readonly measures: readonly Pick<Definition, 'id' | 'cubes' | 'grains'>[];
  };
  const found = new Map<string, string>();
  for (const measure of measures) {
    const { id } = measure;
    for (const by of breakdownsOf(measure.cubes)) {
      const query = new URLSearchParams({
        measure: id,
        grain: grainOf(measure),
        from: formatDay(FIRST_DAY),
        to: formatDay(asOf),
        asOf: formatDay(asOf),
      });
      if (by.length > 0) query.set('by', by.join(','));
      const answer = await ask(new URL(`/v1/observations?${query.toString()}`, url), token);
      addFigures(found, id, (answer as { readonly observations: readonly Comparable[] }).observations);
    }
  }
  return found;
}

async function ask(url: URL, token: string): Promise<unknown> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } }).catch((error: unknown) => {
    throw new NothingToCompare(`${url.origin} cannot be reached`, { cause: error });
  });
  if (!response.ok) throw new NothingToCompare(`${url.href} answered ${String(response.status)}`);
  return response.json();
}
