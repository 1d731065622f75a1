import { randomUUID } from 'node:crypto';
import { connectToMongo } from './mongo-connection.store.js';

/** The URL of a database of a test's own, on the server that `CHARTER_MONGO_URL` names. */
export function freshDatabase(server = process.env['CHARTER_MONGO_URL']): string {
  if (server === undefined) throw new Error('CHARTER_MONGO_URL names no server: npm run stack:up starts one');
  const url = new URL(server);
  url.pathname = `/test-${randomUUID()}`;
  return url.href;
}

/** To be called when whatever used the database has been closed. */
export async function dropDatabase(url: string): Promise<void> {
  const connection = await connectToMongo(url);
  await connection.dropDatabase();
  await connection.close();
}
