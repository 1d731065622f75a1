import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ANYONE, type Principal } from '../../access/principal.rule.js';
import { ProblemException } from '../../problems/problem.exception.js';
import { CallerLimits } from './caller-limits.service.js';
import type { Caller } from './limits.port.js';
import { limitsOf, WINDOW_SECONDS } from './limits.settings.js';

const staff: Principal = { name: 'anna', role: 'staff' };
const texts = { connections: '10', requestSeconds: '10', proxies: '127.0.0.1' };

let limits: CallerLimits;
beforeEach(() => {
  jest.useFakeTimers();
  limits = new CallerLimits(limitsOf({ ...texts, requests: 'public=2,staff=3', streams: 'public=1,staff=2' }, false));
});
afterEach(() => {
  jest.useRealTimers();
});

function caller(principal: Principal, address = '203.0.113.9', forwarded?: string): Caller {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return { principal, request: { headers, socket: { remoteAddress: address } } as unknown as IncomingMessage };
}

/** How many of ten requests are let through. */
async function admitted(...callers: readonly Caller[]): Promise<number> {
  let count = 0;
  for (let asked = 0; asked < 10; asked += 1) {
    const one = callers[asked % callers.length] ?? caller(ANYONE);
    await limits.admit(one).then(
      () => (count += 1),
      (error: unknown) => expect(error).toBeInstanceOf(ProblemException),
    );
  }
  return count;
}

/** A stream, which is open until it is told to close. */
function open(one: Caller): () => void {
  const response = new EventEmitter();
  limits.hold(one, response as unknown as ServerResponse);
  return () => response.emit('close');
}

describe('requests', () => {
  it('are let through as often as the role may, whatever the address', async () => {
    expect(await admitted(caller(staff), caller(staff, '203.0.113.10'))).toBe(3);
  });

  it('of one caller take nothing from another', async () => {
    expect(await admitted(caller(staff), caller({ ...staff, name: 'bert' }))).toBe(6);
  });

  it('without a token are counted by address, of IPv6 by network', async () => {
    expect(await admitted(caller(ANYONE), caller(ANYONE, '203.0.113.10'))).toBe(4);
    expect(await admitted(caller(ANYONE, '2001:db8:1:2::1'), caller(ANYONE, '2001:db8:1:2::2'))).toBe(2);
  });

  it('of readers behind a trusted proxy are counted apart, of those behind another together', async () => {
    const behind = (proxy: string): readonly Caller[] =>
      ['192.0.2.1', '192.0.2.2'].map((address) => caller(ANYONE, proxy, address));
    expect(await admitted(...behind('127.0.0.1'))).toBe(4);
    expect(await admitted(...behind('203.0.113.77'))).toBe(2);
  });

  it('of somebody who is called as an address are not counted to it', async () => {
    expect(await admitted(caller({ name: 'at 203.0.113.9', role: 'public' }), caller(ANYONE))).toBe(4);
  });

  it('are refused with the seconds after which to come back, and let through then', async () => {
    expect(await admitted(caller(staff))).toBe(3);
    jest.advanceTimersByTime(4_000);
    const refused = await limits.admit(caller(staff)).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      problem: { type: '/problems/too-many-requests', status: 429 },
      headers: { 'Retry-After': String(WINDOW_SECONDS - 4) },
    });
    jest.advanceTimersByTime((WINDOW_SECONDS - 4) * 1_000);
    expect(await admitted(caller(staff))).toBe(3);
  });

  it('leave nothing behind when the window has passed', async () => {
    for (let last = 0; last < 200; last += 1) await limits.admit(caller(ANYONE, `203.0.113.${last}`));
    expect(jest.getTimerCount()).toBe(200);
    jest.advanceTimersByTime(WINDOW_SECONDS * 1_000);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('streams', () => {
  it('are held open as often as the role may, until one is closed', () => {
    const close = open(caller(staff));
    open(caller(staff));
    expect(() => open(caller(staff))).toThrow(ProblemException);
    close();
    open(caller(staff));
    expect(() => open(caller(staff))).toThrow(ProblemException);
  });

  it('of one caller take nothing from another', () => {
    open(caller(ANYONE));
    open(caller(ANYONE, '203.0.113.10'));
    open(caller(staff));
    expect(() => open(caller(ANYONE))).toThrow(ProblemException);
  });
});
