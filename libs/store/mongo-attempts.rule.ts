import { setTimeout as pause } from 'node:timers/promises';
import { Error as MongooseError, mongo } from 'mongoose';
import { StoreUnavailable } from './engine-store.port.js';

/** Milliseconds before each further attempt. */
const PAUSES = [100, 1_000];

/** Two documents under one key. */
const DUPLICATE_KEY = 11_000;

/**
 * What a server answers that is stopping, stepping down or cannot write for now. Source: the retryable writes
 * specification of MongoDB's drivers; with 64, a majority that did not answer in time, and 14031, a full disk.
 */
const OUT_OF_SERVICE = new Set([
  6, 7, 64, 89, 91, 134, 189, 262, 9_001, 10_107, 11_600, 11_602, 13_435, 13_436, 14_031,
]);

/** MongoDB has refused a request. Why it says in words that quote documents, which must not come into any log. */
export class StoreRefused extends Error {
  readonly code = 'store-refused';
  readonly retriable = false;
  constructor({ code, codeName = 'error' }: mongo.MongoServerError) {
    super(`MongoDB has refused a request: ${codeName}, code ${String(code)}`);
  }
}

/**
 * Does `work` until the server answers, three times at most; then rejects with StoreUnavailable. `again` says that an
 * earlier attempt may have had its effect, in whole or in part, so `work` must know what it wrote itself. What the server
 * refuses is thrown as StoreRefused.
 */
export async function persistently<T>(work: (again: boolean) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work(attempt > 0);
    } catch (error) {
      const pauseMs = PAUSES[attempt];
      if (pauseMs === undefined || !isOutOfReach(error)) throw withoutDocuments(unavailableWhereOutOfReach(error));
      await pause(pauseMs);
    }
  }
}

/** StoreUnavailable in place of an error that says that the server cannot be reached; any other as it is. */
export function unavailableWhereOutOfReach(error: unknown): unknown {
  return isOutOfReach(error) ? new StoreUnavailable('MongoDB is out of reach', { cause: error }) : error;
}

function withoutDocuments(error: unknown): unknown {
  return error instanceof mongo.MongoServerError ? new StoreRefused(error) : error;
}

/** Whether a write was refused because a document with one of its unique keys is there already, and for nothing else. */
export function isDuplicateKey(error: unknown): boolean {
  if (!(error instanceof mongo.MongoServerError) || error.code !== DUPLICATE_KEY) return false;
  if (!(error instanceof mongo.MongoBulkWriteError)) return true;
  return [error.writeErrors].flat().every(({ code }) => code === DUPLICATE_KEY);
}

function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof mongo.MongoNetworkError || error instanceof mongo.MongoServerSelectionError) return true;
  if (error instanceof MongooseError.MongooseServerSelectionError) return true;
  // A bulk write that never got its answer says so in an error of its own.
  if (error instanceof mongo.MongoBulkWriteError && error.errorResponse instanceof Error) {
    return isOutOfReach(error.errorResponse);
  }
  return error instanceof mongo.MongoServerError && OUT_OF_SERVICE.has(Number(error.code));
}
