import type { Standing } from './stack.service.js';

const columns = ['', 'state', 'pid', 'port', 'since', 'memory'] as const;

/** The table of `stack:status`. */
export function describeStanding(standings: readonly Standing[]): string {
  const rows = [columns, ...standings.map(rowOf)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function rowOf({ name, running, answers }: Standing): readonly string[] {
  if (running === null) return [name, 'down', '', '', '', ''];
  const { pid, port, since, residentBytes } = running;
  const memory = `${(residentBytes / 1e6).toFixed(0)} MB`;
  return [name, answers ? 'up' : 'does not answer', String(pid), String(port), since, memory];
}
