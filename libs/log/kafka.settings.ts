import type { KafkaConfig, SASLOptions } from 'kafkajs';
import { KafkaRefused } from './kafka-refusal.fact.js';

/** How to reach the topic that is the event log. */
export interface KafkaSettings {
  /** `host:port`, at least one. */
  readonly brokers: readonly string[];
  readonly topic: string;
  readonly ssl: boolean;
  readonly sasl: SASLOptions | null;
  /** Under which name the brokers know this process. */
  readonly clientId: string;
}

/** The same as texts, as an environment gives them. */
export interface KafkaTexts {
  /** `host:port`, separated by commas. */
  readonly brokers: string;
  readonly topic: string;
  readonly ssl: boolean;
  /** `mechanism:user:password`; the password may hold colons. Empty: nobody signs in. */
  readonly sasl: string;
  readonly clientId: string;
}

/** What is wrong with a list of brokers, `null` where nothing is. */
export function brokersRefusal(text: string): string | null {
  const wrong = brokersIn(text).find((broker) => !/^[^\s:/]+:\d{1,5}$|^\[[0-9A-Fa-f:]+\]:\d{1,5}$/.test(broker));
  return wrong === undefined ? null : 'must be host:port, several separated by commas';
}

/** What is wrong with how to sign in, `null` where nothing is. Never repeats what was given: it holds a password. */
export function saslRefusal(text: string): string | null {
  return text === '' || signIn(text) !== null
    ? null
    : 'must be mechanism:user:password, mechanism one of plain, scram-sha-256, scram-sha-512';
}

/** What is wrong with the name of a topic, `null` where nothing is. */
export function topicRefusal(text: string): string | null {
  return /^[A-Za-z0-9._-]{1,249}$/.test(text) && text !== '.' && text !== '..'
    ? null
    : 'must be 1 to 249 letters, digits, dots, underscores or hyphens';
}

/** @throws KafkaRefused (`settings-wrong`) naming what is wrong */
export function kafkaSettings({ brokers, topic, ssl, sasl, clientId }: KafkaTexts): KafkaSettings {
  const refusals = { brokers: brokersRefusal(brokers), topic: topicRefusal(topic), sasl: saslRefusal(sasl) };
  for (const [name, refusal] of Object.entries(refusals)) {
    if (refusal !== null) throw new KafkaRefused('settings-wrong', `Kafka’s ${name} ${refusal}`);
  }
  return { brokers: brokersIn(brokers), topic, ssl, sasl: signIn(sasl), clientId };
}

/** What kafkajs is told of it. */
export function connectionOf({ brokers, ssl, sasl, clientId }: KafkaSettings): KafkaConfig {
  return { brokers: [...brokers], ssl, clientId, ...(sasl === null ? {} : { sasl }) };
}

function brokersIn(text: string): readonly string[] {
  return text.split(',').map((broker) => broker.trim());
}

function signIn(text: string): SASLOptions | null {
  const [mechanism, username, ...rest] = text.split(':');
  const password = rest.join(':');
  if (username === undefined || username === '' || password === '') return null;
  switch (mechanism) {
    case 'plain':
    case 'scram-sha-256':
    case 'scram-sha-512':
      return { mechanism, username, password };
    default:
      return null;
  }
}
