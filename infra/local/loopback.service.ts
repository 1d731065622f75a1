import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Question } from './question.codec.js';

/** The only address that the stack listens on: its servers know no passwords. */
export const loopback = '127.0.0.1';

const answersWithin = 2_000;
const longestAnswer = 1 << 20;

/** A port that nobody listens on. Somebody else may take it before it is used. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, loopback);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return address.port;
}

/** Whether somebody listens on a port, or has it in some other way. */
export async function isTaken(port: number): Promise<boolean> {
  const server = createServer();
  const refused = new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(true)).once('listening', () => resolve(false));
  });
  server.listen(port, loopback);
  const taken = await refused;
  server.close();
  return taken;
}

/** Whether a server answers the question with yes, within two seconds. Never throws: whatever is amiss is a no. */
export function answersYes(port: number, { message, answerLength, isYes }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, loopback);
    let answer = Buffer.alloc(0);
    const end = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(answersWithin, () => end(false));
    socket.once('connect', () => socket.write(message));
    socket.on('error', () => end(false)).on('close', () => end(false));
    socket.on('data', (bytes) => {
      answer = Buffer.concat([answer, bytes]);
      if (answer.length > longestAnswer) end(false);
      else if (answer.length >= 4 && answer.length >= answerLength(answer)) end(isYes(answer));
    });
  });
}
