import { formatDay, type Day } from '../../libs/calendars/local-date.calendar.js';
import { periodOf, periodsOverlapping, type Grain } from '../../libs/calendars/period.calendar.js';
import { applicationsReceived } from '../../libs/measures/applications-received/applications-received.measure.js';
import { decisionsMade } from '../../libs/measures/decisions-made/decisions-made.measure.js';
import { observe } from '../../libs/measures/figures/observe.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { cubesOf, nameOf, type Measure } from '../../libs/measures/measure.measure.js';
import { versionInForce } from '../../libs/measures/versions.measure.js';
import { holdingsOfVersions } from '../../services/query/observations/holdings.rule.js';
import { Recount, type LoggedEvent } from '../recount/recount.oracle.js';
import { registerRules } from '../recount/sample.testkit.js';
import { firstDay, lastDay } from './case-story.simulation.js';
import type { Chance } from './chance.simulation.js';
import type { Ledger } from './ledger.oracle.js';
import type { Reader } from './reader.simulation.js';
import { codes } from './told-data.simulation.js';
import { laterVersion, rules } from './version.simulation.js';
import type { World } from './world.simulation.js';

/** Questions of surveys are many and of one make: they are asked about less often than the other measures. */
const ofSurveys = measures.filter(({ journey }) => journey === 'survey');
const ofCases = measures.filter(({ journey }) => journey !== 'survey');
const recountRules = registerRules();

/** Of a measure with two versions the first, the second, or whichever is in force; each with what counts the same. */
const byVersion = [[applicationsReceived], [laterVersion], [applicationsReceived, laterVersion]] as const;
const recountedAs = new Map<Measure, string>([[laterVersion, decisionsMade.id]]);

interface Asked {
  readonly versions: readonly Measure[];
  readonly measure: Measure;
  readonly grain: Grain;
  readonly from: Day;
  readonly to: Day;
  readonly by: readonly string[];
  readonly filter: Readonly<Record<string, string>>;
  readonly asOf: Day;
}

/** Asks the reader what it shows, and an independent program what it should, for questions left to chance. */
export function checkQuestions(world: World, reader: Reader): void {
  const { chance, plan, ledger, watch } = world;
  const recount = new Recount(validEvents(ledger, plan.partitions), recountRules);
  for (const asOf of [chance.between(firstDay + 10, lastDay), chance.between(firstDay + 10, lastDay + 20)]) {
    for (let questions = 4; questions > 0; questions -= 1) {
      const asked = drawQuestion(asOf, chance);
      const shown = answer(asked, reader);
      const counted = recounted(asked, recount);
      const [a, b] = [JSON.stringify(shown.map(compared)), JSON.stringify(counted.map(compared))];
      if (a !== b)
        watch.differ(
          `${JSON.stringify({ ...asked, measure: asked.versions.map(nameOf), versions: [] })}: shown ${a}, recounted ${b}`,
        );
    }
  }
}

function answer({ versions, from, to, ...asked }: Asked, reader: Reader): readonly Figure[] {
  const periods = periodsOverlapping(asked.grain, from, to);
  const holdings = holdingsOfVersions(versions, periods, reader.figures, rules.calendar);
  return holdings === null ? [] : observe({ ...asked, periods }, holdings, () => null);
}

/** Each version counted for itself, and of the periods of one those in which it is in force. */
function recounted({ versions, measure: _, from, to, asOf, ...rest }: Asked, recount: Recount): readonly Figure[] {
  const dates = { from: formatDay(from), to: formatDay(to), asOf: formatDay(asOf) };
  const periods = periodsOverlapping(rest.grain, from, to);
  return versions.flatMap((version) => {
    const counted = recount.answer({ ...rest, ...dates, measure: recountedAs.get(version) ?? version.id });
    const inForce = periods.filter(({ start }) => versionInForce(versions, start) === version);
    const codes = new Set(inForce.map(({ code }) => code));
    const [first] = inForce;
    const before = first === undefined ? 0 : periodOf(rest.grain, first.start - 1).start;
    const breaks = versions.length > 1 && versionInForce(versions, before) !== version ? first?.code : undefined;
    return counted
      .filter(({ period }) => codes.has(period))
      .map((row) => (row.period === breaks ? { ...row, status: [...row.status, 'b'] } : row));
  });
}

interface Figure {
  readonly period: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly p90?: number | null;
  readonly parts?: Readonly<Record<string, number>> | null;
  readonly status: readonly string[];
}

/** What both programs state. */
function compared({ period, dimensions, value, numerator, denominator, p90, parts, status }: Figure): unknown {
  return [period, dimensions, value, numerator ?? null, denominator ?? null, p90 ?? null, parts ?? null, status];
}

function drawQuestion(asOf: Day, chance: Chance): Asked {
  const measure = chance.oneOf(chance.happens(0.1) ? ofSurveys : ofCases);
  const grain = chance.oneOf(measure.grains ?? (['day', 'week', 'month', 'quarter', 'year'] as const));
  const from = chance.between(firstDay - 5, lastDay);
  const length = { day: 10, week: 60, month: 200, quarter: 300, year: 400 }[grain];
  const cube = chance.shuffled(chance.oneOf(cubesOf(measure)));
  const by = cube.slice(0, chance.between(0, Math.min(2, cube.length)));
  const filter = Object.fromEntries(
    cube
      .filter((dimension) => !by.includes(dimension) && chance.happens(0.4))
      .map((dimension) => [dimension, chance.oneOf(codesOf(dimension))]),
  );
  const versions = measure === applicationsReceived ? chance.oneOf(byVersion) : [measure];
  // Where versions follow one another the combinations are those of both: they are asked about as a whole.
  return { versions, measure, grain, from, to: from + length, by: versions.length > 1 ? [] : by, filter, asOf };
}

function codesOf(dimension: string): readonly string[] {
  if (dimension === 'waiting') return ['0-20', '21-40', '101-plus'];
  return [...((codes as Readonly<Record<string, readonly string[]>>)[dimension] ?? [])];
}

/** What was not refused as invalid, in log order. */
function validEvents(ledger: Ledger, partitions: number): readonly LoggedEvent[] {
  return Array.from({ length: partitions }, (_, partition) => ledger.entries(partition))
    .flat()
    .filter(({ message, verdict }) => typeof message.meaning !== 'string' && verdict !== 'fold-failed')
    .map(({ message, appendedAt }) => ({
      value: JSON.parse(message.value ?? 'null') as unknown,
      recordTime: new Date(appendedAt).toISOString(),
    }));
}
