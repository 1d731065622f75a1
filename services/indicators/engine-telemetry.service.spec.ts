import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { LogRecord } from '../../libs/log/event-log.port.js';
import { aSegment } from '../../libs/store/checkpoint.testkit.js';
import type { Telemetry } from '../../libs/telemetry/telemetry.port.js';
import { startTelemetry } from '../../libs/telemetry/telemetry.service.js';
import { valueIn } from '../../libs/telemetry/telemetry.testkit.js';
import { EngineTelemetry } from './engine-telemetry.service.js';

const record: LogRecord = { partition: 3, offset: 0, appendedAt: 0, key: 'CASE-000001', value: '{}', headers: {} };
const segment = aSegment(0);
const nothing = (): Promise<void> => Promise.resolve();

let telemetry: Telemetry;
let watch: EngineTelemetry;

beforeEach(() => {
  telemetry = startTelemetry('test', {});
  watch = new EngineTelemetry();
});

afterEach(async () => {
  await telemetry.close();
  jest.restoreAllMocks();
  Logger.overrideLogger(['error', 'warn']);
});

async function measured(sample: string): Promise<number | null> {
  return valueIn(await telemetry.metricsText(), sample);
}

describe('the watch over an engine', () => {
  it('counts what has been folded, and measures the checkpoints that had something to save', async () => {
    await watch.folding(3, [record, record], nothing);
    expect(await watch.saving(3, () => Promise.resolve(segment))).toBe(segment);
    await watch.saving(3, () => Promise.resolve(null));
    await watch.saving(4, () => Promise.resolve(segment));
    expect(await measured('charter_folded_records_total{partition="3"}')).toBe(2);
    expect(await measured('charter_checkpoint_duration_seconds_count')).toBe(1);
  });

  it('passes on what goes wrong, and does not count it', async () => {
    const failure = new Error('the store is away');
    await expect(watch.folding(3, [record], () => Promise.reject(failure))).rejects.toBe(failure);
    expect(await measured('charter_folded_records_total{partition="3"}')).toBeNull();
    await watch.folding(3, [record], nothing);
    await expect(watch.saving(3, () => Promise.reject(failure))).rejects.toBe(failure);
    watch.forgotten(3);
    await watch.saving(3, () => Promise.resolve(segment));
    expect(await measured('charter_checkpoint_duration_seconds_count')).toBeNull();
  });

  it('counts and logs a fold that fails', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    expect(await measured('charter_fold_failures_total')).toBe(0);
    const error = new TypeError('planted');
    watch.alarm('the fold failed at 3:0', error);
    expect(await measured('charter_fold_failures_total')).toBe(1);
    expect(logged).toHaveBeenCalledWith('the fold failed at 3:0', error);
  });
});
