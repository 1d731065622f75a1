import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { answersYes, freePort, isTaken, loopback } from './loopback.service.js';
import { whichBrokers } from './question.codec.js';

const yes = Buffer.from('000000080000000700000001', 'hex');

/** Does something with the port of a server that sends these pieces to whoever asks. */
async function withServer<T>(pieces: readonly Buffer[], act: (port: number) => Promise<T>): Promise<T> {
  const server = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .once('data', () => {
        for (const piece of pieces) socket.write(piece);
        if (pieces.length === 0) socket.destroy();
      });
  }).listen(0, loopback);
  await once(server, 'listening');
  try {
    return await act((server.address() as AddressInfo).port);
  } finally {
    server.close();
  }
}

const answer = (port: number): Promise<boolean> => answersYes(port, whichBrokers);

describe('a port', () => {
  it('is taken while somebody listens on it', async () => {
    expect(await withServer([], isTaken)).toBe(true);
    expect(await isTaken(await freePort())).toBe(false);
  });
});

describe('a server', () => {
  it('answers yes, in one piece or in two', async () => {
    expect(await withServer([yes], answer)).toBe(true);
    expect(await withServer([yes.subarray(0, 5), yes.subarray(5)], answer)).toBe(true);
  });

  it('does not answer where nobody listens, it hangs up, or it speaks something else', async () => {
    expect(await answer(await freePort())).toBe(false);
    expect(await withServer([], answer)).toBe(false);
    expect(await withServer([Buffer.alloc(64)], answer)).toBe(false);
  });
});
