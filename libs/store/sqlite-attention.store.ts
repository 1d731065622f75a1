import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { AttentionChange, AttentionDelivery, AttentionStore } from './attention-store.port.js';
import { promised } from './promised.rule.js';

/** In the data folder's database. The handle stays its opener's. */
export class SqliteAttention implements AttentionStore {
  readonly #after: StatementSync;
  readonly #insert: StatementSync;
  readonly #deliveries: StatementSync;
  readonly #begin: StatementSync;
  readonly #deliver: StatementSync;

  constructor(database: DatabaseSync) {
    this.#after = database.prepare(
      'SELECT number, at, measure, version, from_state, to_state, period, positions FROM attention_change ' +
        'WHERE number > ? ORDER BY number LIMIT ?',
    );
    this.#insert = database.prepare(
      'INSERT INTO attention_change (number, at, measure, version, from_state, to_state, period, positions) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#deliveries = database.prepare(
      'SELECT number, attempts, next_at, delivered_at FROM attention_delivery WHERE number >= ? ORDER BY number',
    );
    // An attempt other than the first needs the row of the one before, which the first must not find.
    this.#begin = database.prepare(
      'INSERT INTO attention_delivery (number, attempts, next_at) ' +
        'SELECT :number, :attempts, :nextAt WHERE :attempts = 1 ' +
        'OR EXISTS (SELECT 1 FROM attention_delivery WHERE number = :number) ' +
        'ON CONFLICT (number) DO UPDATE SET attempts = :attempts, next_at = :nextAt ' +
        'WHERE attempts = :attempts - 1 AND delivered_at IS NULL',
    );
    this.#deliver = database.prepare(
      'UPDATE attention_delivery SET delivered_at = ? WHERE number = ? AND delivered_at IS NULL',
    );
  }

  changesAfter(number: number, limit: number): Promise<readonly AttentionChange[]> {
    return promised(() => this.#after.all(number, limit).map(changeOf));
  }

  insertChange({ number, at, measure, version, from, to, period, positions }: AttentionChange): Promise<boolean> {
    return promised(() => {
      const { changes } = this.#insert.run(number, at, measure, version, from, to, period, JSON.stringify(positions));
      return Number(changes) === 1;
    });
  }

  deliveriesFrom(number: number): Promise<readonly AttentionDelivery[]> {
    return promised(() => this.#deliveries.all(number).map(deliveryOf));
  }

  beginAttempt(number: number, attempts: number, nextAt: number): Promise<boolean> {
    return promised(() => Number(this.#begin.run({ number, attempts, nextAt }).changes) === 1);
  }

  noteDelivered(number: number, at: number): Promise<void> {
    return promised(() => void this.#deliver.run(at, number));
  }
}

type Row = Readonly<Record<string, SQLOutputValue>>;

function changeOf(row: Row): AttentionChange {
  const from = row['from_state'];
  return {
    number: Number(row['number']),
    at: Number(row['at']),
    measure: String(row['measure']),
    version: String(row['version']),
    from: typeof from === 'string' ? from : null,
    to: String(row['to_state']),
    period: String(row['period']),
    positions: JSON.parse(String(row['positions'])) as readonly number[],
  };
}

function deliveryOf(row: Row): AttentionDelivery {
  const deliveredAt = row['delivered_at'];
  return {
    number: Number(row['number']),
    attempts: Number(row['attempts']),
    nextAt: Number(row['next_at']),
    deliveredAt: typeof deliveredAt === 'number' ? deliveredAt : null,
  };
}
