import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** Opens so many streams of figures whose readers never read; answers how to end them. */
export async function openSilentReaders(queryUrl: string, count: number): Promise<() => void> {
  const { hostname, port, host } = new URL(queryUrl);
  const sockets = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect(Number(port), hostname, () => {
            socket.pause();
            const path = '/v1/observations/stream?measure=calls-answered&grain=year&by=benefit';
            socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer demo-staff\r\n\r\n`);
            resolve(socket);
          });
          socket.on('error', reject);
        }),
    ),
  );
  for (const socket of sockets) socket.removeAllListeners('error').on('error', () => undefined);
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}

/** Resident memory of a process, in MB. */
export function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
