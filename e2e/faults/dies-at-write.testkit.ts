import { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/**
 * Brought in by `--import`: kills the process, as a power cut would, just before or just after the write to the store that
 * `FAULT_DIES_AT_WRITE` numbers (1, 2, …). The rest of the program knows nothing of it.
 */
const number = Number(process.env['FAULT_DIES_AT_WRITE']);
const isAfter = process.env['FAULT_DIES_WHEN'] === 'after';
let writes = 0;

Object.defineProperty(Socket.prototype, 'write', {
  value: function write(this: Socket, ...args: Parameters<Duplex['write']>): boolean {
    const [chunk] = args as readonly unknown[];
    const isTheOne = chunk instanceof Uint8Array && isWriteToStore(chunk) && ++writes === number;
    if (isTheOne && !isAfter) process.kill(process.pid, 'SIGKILL');
    const taken = Duplex.prototype.write.apply(this, args);
    if (isTheOne) process.kill(process.pid, 'SIGKILL');
    return taken;
  },
});

/** A message of MongoDB's protocol names its command first, with a text as value. */
function isWriteToStore(chunk: Uint8Array): boolean {
  const head = Buffer.from(chunk.buffer, chunk.byteOffset, Math.min(chunk.byteLength, 64)).toString('latin1');
  return ['insert', 'update', 'delete'].some((command) => head.includes(`\u0002${command}\0`));
}
