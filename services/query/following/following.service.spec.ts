import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { MemoryStore } from '../../../libs/store/memory.store.js';
import { FigureFollower } from './figure-follower.service.js';
import { FollowingService } from './following.service.js';

let store: MemoryStore;
let looks: jest.SpiedFunction<MemoryStore['currentGeneration']>;
let logged: jest.SpiedFunction<Logger['error']>;
let following: FollowingService;

beforeEach(() => {
  store = new MemoryStore();
  looks = jest.spyOn(store, 'currentGeneration');
  logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  following = new FollowingService(new FigureFollower(store), { profile: 'embedded', refreshMs: 2 });
});

afterEach(async () => {
  await following.beforeApplicationShutdown();
  jest.restoreAllMocks();
});

async function looksReach(count: number): Promise<void> {
  while (looks.mock.calls.length < count) await pause(1);
}

describe('following', () => {
  it('looks for new figures again and again until the application stops', async () => {
    following.onApplicationBootstrap();
    await looksReach(3);
    await following.beforeApplicationShutdown();
    const seen = looks.mock.calls.length;
    await pause(10);
    expect(looks).toHaveBeenCalledTimes(seen);
    expect(logged).not.toHaveBeenCalled();
  });

  it('goes on after a failure, which it logs', async () => {
    looks.mockRejectedValueOnce(new Error('the store is away')).mockRejectedValueOnce('gone');
    following.onApplicationBootstrap();
    await looksReach(4);
    expect(logged.mock.calls.map(([message]) => message)).toEqual([
      expect.stringContaining('(1): Error: the store is away'),
      expect.stringContaining('(2): gone'),
    ]);
  });

  it('looks ever less often while failures last', async () => {
    looks.mockRejectedValue(new Error('the store is away'));
    following.onApplicationBootstrap();
    await pause(60);
    // 4 + 8 + 16 + 32 ms lie between the first five looks.
    expect(looks.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it('stops without waiting for the next look', async () => {
    const slow = new FollowingService(new FigureFollower(store), { profile: 'embedded', refreshMs: 3_600_000 });
    slow.onApplicationBootstrap();
    await slow.beforeApplicationShutdown();
    expect(looks).toHaveBeenCalled();
  });

  it('may be stopped without ever having begun', async () => {
    await following.beforeApplicationShutdown();
    expect(looks).not.toHaveBeenCalled();
  });
});
