import { describe, expect, it } from '@jest/globals';
import {
  brokersRefusal,
  connectionOf,
  kafkaSettings,
  saslRefusal,
  topicRefusal,
  type KafkaTexts,
} from './kafka.settings.js';

const texts: KafkaTexts = {
  brokers: 'one:9092, two:9092',
  topic: 'charter.events.v1',
  ssl: true,
  sasl: 'scram-sha-512:charter:a:secret',
  clientId: 'intake',
};

describe('the settings of Kafka', () => {
  it('name the brokers, and how to sign in, with a password that may hold colons', () => {
    const settings = kafkaSettings(texts);
    expect(settings.brokers).toEqual(['one:9092', 'two:9092']);
    expect(connectionOf(settings)).toEqual({
      brokers: ['one:9092', 'two:9092'],
      ssl: true,
      clientId: 'intake',
      sasl: { mechanism: 'scram-sha-512', username: 'charter', password: 'a:secret' },
    });
  });

  it('sign nobody in where nothing says how', () => {
    expect(connectionOf(kafkaSettings({ ...texts, ssl: false, sasl: '' }))).not.toHaveProperty('sasl');
  });

  it.each(['one:9092', '[::1]:9092', '10.0.0.1:9092,one.example:65535'])('take %s for brokers', (brokers) => {
    expect(brokersRefusal(brokers)).toBeNull();
  });

  it.each(['', 'one', 'one:', ':9092', 'one:9092,', 'http://one:9092', 'one:9092 two:9092', 'one:port'])(
    'refuse “%s” for brokers',
    (brokers) => {
      expect(brokersRefusal(brokers)).toMatch('host:port');
      expect(() => kafkaSettings({ ...texts, brokers })).toThrow('brokers must be');
    },
  );

  it.each(['plain', 'plain:user', 'plain:user:', 'plain::hush', 'PLAIN:user:hush', 'gssapi:user:hush'])(
    'refuse “%s” for signing in, without repeating it',
    (sasl) => {
      expect(saslRefusal(sasl)).toMatch('mechanism:user:password');
      expect(saslRefusal(sasl)).not.toMatch('hush');
    },
  );

  it.each(['', '.', '..', 'a topic', 'x'.repeat(250)])('refuse “%s” for a topic', (topic) => {
    expect(topicRefusal(topic)).not.toBeNull();
  });
});
