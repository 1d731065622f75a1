import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Measurement } from './measurement.fact.js';

/** Clock ticks a second in `/proc`, the same on every Linux that Node runs on. */
const TICKS = 100;

/** Process ids: those measured, and those that do part of their work. */
export interface Watched {
  readonly measured: readonly (number | undefined)[];
  readonly store: number | undefined;
  readonly broker: number | undefined;
}

export type Usage = Pick<Measurement, 'cpuSeconds' | 'storeCpuSeconds' | 'peakMiB' | 'otherCores'>;

/** Reads what has been used since it was started. */
export interface Watch {
  readonly read: () => Usage;
}

export function startWatch({ measured, store, broker }: Watched): Watch {
  const look = (): { at: number; busy: number; measured: number; store: number; rest: number } => ({
    at: performance.now() / 1_000,
    busy: busySeconds(),
    measured: sum(measured.map(cpuSecondsOf)),
    store: cpuSecondsOf(store),
    rest: cpuSecondsOf(broker) + cpuSecondsOf(process.pid),
  });
  const before = look();
  return {
    read: () => {
      const now = look();
      const cpuSeconds = now.measured - before.measured;
      const storeCpuSeconds = store === undefined ? null : now.store - before.store;
      const own = cpuSeconds + (storeCpuSeconds ?? 0) + (now.rest - before.rest);
      const otherCores = Math.max(0, (now.busy - before.busy - own) / (now.at - before.at));
      const peakMiB = sum(measured.map(peakMiBOf));
      if (Number.isNaN(own)) return { cpuSeconds: null, storeCpuSeconds: null, peakMiB: null, otherCores: null };
      return { cpuSeconds, storeCpuSeconds, peakMiB, otherCores };
    },
  };
}

/** CPU seconds that a process has used so far; 0 where there is none, NaN where the system does not say. */
function cpuSecondsOf(pid: number | undefined): number {
  if (pid === undefined) return 0;
  // The name comes second, in brackets, and may hold anything.
  const [user, system] = (procFile(pid, 'stat').split(') ')[1] ?? '').split(' ').slice(11, 13);
  return (Number(user ?? NaN) + Number(system ?? NaN)) / TICKS;
}

function peakMiBOf(pid: number | undefined): number {
  return pid === undefined ? 0 : Number(/^VmHWM:\s*(\d+)/m.exec(procFile(pid, 'status'))?.[1] ?? NaN) / 1_024;
}

/** Seconds for which all cores together have been busy since the machine was started. */
function busySeconds(): number {
  return sum(cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq)) / 1_000;
}

function procFile(pid: number, name: 'stat' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
