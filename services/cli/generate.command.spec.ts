import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { parseEvent } from '../../libs/events/envelope.parser.js';
import { addGenerate } from './generate.command.js';
import { GenerationRefused } from './generation.parser.js';

const small = ['--from', '2025-01-06', '--to', '2025-02-05', '--scale', '0.002'];

async function generateTo(output: NodeJS.WritableStream, args: readonly string[]): Promise<void> {
  const program = new Command();
  addGenerate(program, output, null);
  await program.parseAsync(['generate', ...args], { from: 'user' });
}

async function generated(...args: readonly string[]): Promise<string> {
  const output = new PassThrough();
  const [printed] = await Promise.all([text(output), generateTo(output, args)]);
  return printed;
}

describe('charter generate', () => {
  it('prints events that the door takes from an importer, one a line', async () => {
    const lines = (await generated(...small)).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.length).toBeGreaterThan(100);
    const admission = { now: Date.UTC(2025, 1, 6), mayRecord: true };
    expect(lines.map((line) => parseEvent(line, admission)).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('prints the same bytes for the same seed, and others for another', async () => {
    const printed = await generated(...small, '--seed', '3');
    expect(await generated(...small, '--seed', '3')).toBe(printed);
    expect(await generated(...small, '--seed', '4')).not.toBe(printed);
  });

  it('prints more of the same when it goes on for longer', async () => {
    const [, from, , , ...others] = small;
    const longer = await generated('--from', String(from), '--to', '2025-03-05', ...others);
    expect(longer.startsWith(await generated(...small))).toBe(true);
  });

  it('prints faults besides, where they are asked for', async () => {
    const good = (await generated(...small)).split('\n');
    const spoiled = (await generated(...small, '--faults')).split('\n');
    expect(spoiled.length).toBeGreaterThan(good.length);
    expect(good.filter((line) => !spoiled.includes(line))).toEqual([]);
  });

  it('waits for a slow reader, and loses nothing', async () => {
    let taken = 0;
    const slow = new Writable({
      highWaterMark: 1_024,
      write: (chunk: Buffer, _encoding, done) => {
        taken += chunk.length;
        setTimeout(done, 1);
      },
    });
    await generateTo(slow, small);
    expect(taken).toBe((await generated(...small)).length);
  });

  it('ends quietly when the reader goes away', async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    await expect(generateTo(gone, small)).resolves.toBeUndefined();
  });

  it('does not hide any other failure to write', async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    });
    await expect(generateTo(full, small)).rejects.toThrow('no space');
  });

  it.each([
    [['--from', '2025-02-30'], '--from'],
    [['--from', '2017-12-31'], '--from'],
    [['--to', 'tomorrow'], '--to'],
    [['--from', '2025-01-02', '--to', '2025-01-01'], 'must not be before --from'],
    [['--scale', '0'], '--scale'],
    [['--scale', 'all'], '--scale'],
    [['--scale', 'Infinity'], '--scale'],
    [['--seed', '1.5'], '--seed'],
  ])('refuses %j and says what does not fit', async (args, complaint) => {
    const refusal = generated(...args);
    await expect(refusal).rejects.toThrow(GenerationRefused);
    await expect(refusal).rejects.toThrow(complaint);
  });
});
