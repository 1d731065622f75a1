import type { Command } from 'commander';
import type { Settings } from '../../libs/settings/settings.settings.js';
import type { Observation } from '../../libs/measures/figures/observe.measure.js';
import { toCsv } from '../query/observations/observations.codec.js';
import { readObservations } from '../query/observations/observations.parser.js';
import { beingComputed, type Answer } from '../query/observations/observations.service.js';
import type { QueryMembers } from '../query/observations/query-string.parser.js';
import type { Refusal } from '../query/refusal.rule.js';
import { readStoredFigures } from './stored-figures.service.js';
import { toTable } from './table.codec.js';

interface QueryOptions {
  readonly grain?: string;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly filter?: readonly string[];
  readonly asOf?: string;
  readonly format: string;
}

/** A question that cannot be answered as it was put. */
export class QuestionRefused extends Error {
  readonly code = 'question-refused';
  readonly retriable = false;
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(describe).join('\n'));
  }
}

/** `charter query <measure>`: prints figures from the store. */
export function addQuery(program: Command, settings: () => Settings): void {
  program
    .command('query')
    .description('print figures')
    .argument('<measure>', 'for example decisions-in-time')
    .option('--grain <grain>', 'day, week, month, quarter or year')
    .option('--from <date or period>')
    .option('--to <date or period>')
    .option('--by <dimensions>', 'at most two, separated by a comma')
    .option('--filter <dimension=code...>', 'count only what has this code')
    .option('--as-of <date>', 'as known at the end of this day (default: today)')
    .option('--format <format>', 'table, csv or json', 'table')
    .action(async (measure: string, options: QueryOptions) => {
      const figures = await readStoredFigures(settings());
      try {
        const query = readObservations(membersOf(measure, options));
        if (!query.ok) throw new QuestionRefused(query.refusals);
        const answer = await figures.observations.answer(query.value, 'staff');
        if (answer === beingComputed)
          throw new QuestionRefused([{ member: 'measure', detail: 'It is still being counted.' }]);
        if (!answer.ok) throw new QuestionRefused(answer.refusals);
        process.stdout.write(print(answer.value, options.format));
      } finally {
        await figures.close();
      }
    });
}

function membersOf(measure: string, { grain, from, to, by, filter = [], asOf }: QueryOptions): QueryMembers {
  const members = new Map<string, string[]>([['measure', [measure]]]);
  for (const [name, value] of Object.entries({ grain, from, to, by, asOf })) {
    if (value !== undefined) members.set(name, [value]);
  }
  for (const condition of filter) {
    const [dimension = '', code = ''] = condition.split('=', 2);
    members.set(`filter[${dimension}]`, [code]);
  }
  return members;
}

function print(answer: Answer, format: string): string {
  if (format === 'json') return `${JSON.stringify(answer, null, 2)}\n`;
  if (format === 'csv') return toCsv(answer.observations, answer.by);
  const { title, unit } = answer.measure;
  const rows = answer.observations.map((observation) => rowOf(observation, answer.by));
  const header = ['period', ...answer.by, 'value', 'numerator', 'denominator', 'p90', 'parts', 'status'];
  const table = rows.length === 0 ? 'Nothing has been counted here.' : toTable(header, rows);
  const warnings = answer.warnings.map((warning) => `\n${warning}`).join('');
  return `${title} (${unit}), as known at the end of ${answer.asOf}\n\n${table}\n${warnings}\n`;
}

function rowOf(observation: Observation, by: readonly string[]): readonly string[] {
  const { period, dimensions, value, numerator, denominator, p90, parts, status } = observation;
  return [
    period,
    ...by.map((name) => dimensions[name] ?? ''),
    value === null ? '' : String(Math.round(value * 10_000) / 10_000),
    String(numerator ?? ''),
    String(denominator ?? ''),
    String(p90 ?? ''),
    parts === null
      ? ''
      : Object.entries(parts)
          .map(([part, count]) => `${part} ${String(count)}`)
          .join(', '),
    status.join(' '),
  ];
}

function describe({ member, detail, allowed }: Refusal): string {
  return `${member}: ${detail}${allowed === undefined ? '' : ` Allowed: ${JSON.stringify(allowed)}`}`;
}
