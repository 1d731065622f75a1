import { describe, expect, it } from '@jest/globals';
import { SettingsRefused } from '../settings/settings.settings.js';
import { collectorOf } from './telemetry.settings.js';

describe('where traces are sent to', () => {
  it('is nowhere unless it is said', () => {
    expect(collectorOf({})).toBeNull();
    expect(collectorOf({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toBeNull();
  });

  it('is an address, with or without a slash at its end', () => {
    expect(collectorOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' })).toBe('http://collector:4318');
  });

  it.each(['collector:4318', 'grpc://collector:4317', 'nowhere'])('is refused where it is none: %s', (address) => {
    expect(() => collectorOf({ OTEL_EXPORTER_OTLP_ENDPOINT: address })).toThrow(SettingsRefused);
  });
});
