import { describe, expect, it } from '@jest/globals';
import { ping, whichBrokers } from './question.codec.js';

describe('what a broker is asked', () => {
  it('is the metadata of no topic', () => {
    expect(whichBrokers.message.toString('hex')).toBe('0000000e0003000100000007ffff00000000');
  });

  it('is answered once the broker names itself', () => {
    const answer = (brokers: string): Buffer => Buffer.from(`0000000800000007${brokers}`, 'hex');
    expect(whichBrokers.answerLength(answer('00000001'))).toBe(12);
    expect(whichBrokers.isYes(answer('00000001'))).toBe(true);
    expect(whichBrokers.isYes(answer('00000000'))).toBe(false);
    expect(whichBrokers.isYes(answer(''))).toBe(false);
  });
});

describe('what a store is asked', () => {
  it('is a ping, in a message that states its own length', () => {
    expect(ping.message.readInt32LE(0)).toBe(ping.message.length);
    expect(ping.message.subarray(21).toString('hex')).toBe(
      '1e0000001070696e67000100000002246462000600000061646d696e0000',
    );
  });

  it('is answered by ok: 1 and by nothing else', () => {
    const answer = (ok: number): Buffer => {
      const value = Buffer.alloc(8);
      value.writeDoubleLE(ok);
      return Buffer.concat([Buffer.from('\x01ok\0'), value]);
    };
    expect(ping.isYes(answer(1))).toBe(true);
    expect(ping.isYes(answer(0))).toBe(false);
  });
});
