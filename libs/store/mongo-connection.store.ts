import { Mongoose, type Connection } from 'mongoose';
import { unavailableWhereOutOfReach } from './mongo-attempts.rule.js';
import { databaseNamedIn } from './mongo-url.codec.js';

/** Milliseconds in which a server must be found that can be written to. */
const SELECTION_MS = 5_000;

/** Where the URL names no database. */
const DATABASE = 'charter';

/**
 * Connects with majority and journaled writes and majority reads from the primary, whatever the URL says. Writes are not
 * repeated by the driver: the store does it, and knows its own. Rejects with StoreUnavailable.
 */
export async function connectToMongo(url: string, selectionMs = SELECTION_MS): Promise<Connection> {
  const mongoose = new Mongoose({
    autoCreate: false,
    autoIndex: false,
    bufferCommands: false,
    sanitizeFilter: true,
    strictQuery: 'throw',
  });
  const connection = mongoose.createConnection(url, {
    dbName: databaseNamedIn(url) ?? DATABASE,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    retryWrites: false,
    promoteBuffers: true,
    serverSelectionTimeoutMS: selectionMs,
    connectTimeoutMS: selectionMs,
    socketTimeoutMS: 30_000,
  });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close();
    throw unavailableWhereOutOfReach(error);
  }
}
