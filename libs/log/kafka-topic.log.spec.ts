import { describe, expect, it } from '@jest/globals';
import { configOf, refuseUnfit, type TopicConfig } from './kafka-topic.log.js';

const fit: TopicConfig = Object.fromEntries(configOf(3).map(({ name, value }) => [name, value]));
const refusalOf = (change: TopicConfig): unknown => {
  try {
    refuseUnfit('charter.events.v1', { ...fit, ...change });
    return null;
  } catch (error) {
    return error;
  }
};

describe('a topic for the event log', () => {
  it('is fit as it is made, and never forgets', () => {
    expect(refusalOf({})).toBeNull();
    expect(fit).toMatchObject({ 'retention.ms': '-1', 'retention.bytes': '-1' });
  });

  it('is acknowledged by all replicas but one, by one at least', () => {
    expect(fit).toMatchObject({ 'min.insync.replicas': '2' });
    expect(configOf(1)).toContainEqual({ name: 'min.insync.replicas', value: '1' });
  });

  it.each([
    ['topic-timestamps', 'message.timestamp.type', 'CreateTime'],
    ['topic-compacted', 'cleanup.policy', 'compact,delete'],
    ['topic-compression', 'compression.type', 'producer'],
    ['topic-compression', 'compression.type', 'lz4'],
  ])('is refused as %s with %s %s', (code, name, value) => {
    const refusal = refusalOf({ [name]: value });
    expect(refusal).toMatchObject({ code, retriable: false });
    expect(String(refusal)).toContain(`${name}=${value}`);
  });
});
