import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { exampleQueue } from './length-answers.testkit.js';
import {
  exampleAttention,
  exampleCommitment,
  exampleCommitments,
  exampleDimensions,
  exampleObservations,
  exampleStatus,
} from './example-answers.testkit.js';
import {
  exampleComputed,
  exampleExplanation,
  exampleFramework,
  exampleMeasures,
  exampleReleases,
  exampleSteps,
  exampleTargets,
  releasedTableOf,
} from './example-scrutiny.testkit.js';

/** What query was asked for, and on whose behalf. */
export interface Asked {
  readonly path: string;
  readonly token: string | null;
}

interface Answer {
  readonly status: number;
  /** A string is sent as it is, anything else as JSON. */
  readonly body: unknown;
}

const answers: Readonly<Record<string, unknown>> = {
  '/v1/attention': exampleAttention,
  '/v1/commitments': exampleCommitments,
  '/v1/commitments/2019/2.2': exampleCommitment,
  '/v1/dimensions': exampleDimensions,
  '/v1/explain': exampleExplanation,
  '/v1/measures': exampleMeasures,
  '/v1/measures/S2-M31': exampleFramework,
  '/v1/releases': exampleReleases,
  '/v1/releases/2024-25.1/aggregates': releasedTableOf('2024-25', 0.75),
  '/v1/releases/2025-26.1/aggregates': releasedTableOf('2025-26', 0.9),
  '/v1/steps': exampleSteps,
  '/v1/targets': exampleTargets,
  '/v1/measures/decisions-in-time': exampleComputed,
  '/v1/observations': exampleObservations,
  '/v1/observations/workbook': 'a spreadsheet',
  '/v1/queue': exampleQueue,
  '/v1/status': exampleStatus,
};

const figures: readonly string[] = [
  '/v1/attention',
  '/v1/explain',
  '/v1/observations',
  '/v1/observations/workbook',
  '/v1/queue',
];
/** The demo tokens of those who may see exact figures. */
const admitted: readonly (string | null)[] = ['staff', 'compiler', 'auditor', 'admin'].map((role) => `demo-${role}`);

/** Stands in for query, by HTTP as pages know it: answers what is laid down, and tells what it was asked. */
export class QueryStandIn {
  readonly asked: Asked[] = [];
  readonly #server: Server = createServer((request, response) => this.#answer(request, response));
  readonly #otherwise = new Map<string, Answer>();
  #address = '';

  get address(): string {
    return this.#address;
  }

  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const at = this.#server.address();
    if (at === null || typeof at === 'string') throw new Error('it listens on no port');
    this.#address = `http://127.0.0.1:${at.port}`;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** From now on a path is answered with this body. */
  answers(path: string, body: unknown, status = 200): void {
    this.#otherwise.set(path, { status, body });
  }

  /** From now on a path is answered with a problem. */
  refuses(path: string, status: number, detail: string): void {
    this.answers(path, { type: 'about:blank', title: 'A problem', status, detail }, status);
  }

  /** Back to the answers that are laid down; forgets what it was asked. */
  beginAgain(): void {
    this.#otherwise.clear();
    this.asked.length = 0;
  }

  #answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(url, 'http://query');
    const token = headers.authorization?.replace('Bearer ', '') ?? null;
    this.asked.push({ path: url, token });
    const { status, body } = this.#otherwise.get(pathname) ?? laidDown(pathname, searchParams, token);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  }
}

function laidDown(path: string, search: URLSearchParams, token: string | null): Answer {
  if (figures.includes(path) && !admitted.includes(token)) {
    const status = token === null ? 401 : 403;
    return { status, body: { status, detail: 'Figures are not open to everybody.' } };
  }
  if (path === '/v1/observations' && search.get('format') === 'csv') return { status: 200, body: 'period,value\n' };
  const body = answers[path];
  return body === undefined ? { status: 404, body: { status: 404, detail: 'There is none.' } } : { status: 200, body };
}
