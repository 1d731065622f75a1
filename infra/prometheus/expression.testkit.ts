import { readdirSync } from 'node:fs';
import { jsonOf, yamlOf } from '../compose/compose-file.testkit.js';

const dashboards = 'infra/grafana/dashboards';
const words: ReadonlySet<string> = new Set([
  'and',
  'or',
  'unless',
  'bool',
  'by',
  'without',
  'on',
  'ignoring',
  'offset',
]);

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
}

interface AlertRules {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}

/** Names of the dashboards' files. */
export function dashboardFiles(): readonly string[] {
  return readdirSync(dashboards).filter((name) => name.endsWith('.json'));
}

/** What a dashboard's panels ask Prometheus. */
export function expressionsOf(file: string): readonly string[] {
  const { panels } = jsonOf<Dashboard>(`${dashboards}/${file}`);
  return panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
}

/** Every alert's name, and what it asks Prometheus. */
export function alerts(): readonly { readonly alert: string; readonly expr: string }[] {
  return yamlOf<AlertRules>('infra/prometheus/alerts.yml').groups.flatMap(({ rules }) => rules);
}

/** Names of metrics in an expression: what is left of its words without labels, times, functions and operators. */
export function metricsNamedIn(expression: string): readonly string[] {
  const bare = expression
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, '')
    .replaceAll(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, '');
  const names = [...bare.matchAll(/(?<![\w.])[a-zA-Z_:][\w:]*(?!\w)(?!\s*\()/g)].map(([name]) => name);
  return [...new Set(names.filter((name) => !words.has(name)))];
}
