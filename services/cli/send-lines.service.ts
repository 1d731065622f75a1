import { setTimeout as pause } from 'node:timers/promises';
import type { IntakeReport, RefusedLine } from './intake-report.rule.js';
import type { Line } from './line.parser.js';

const mostEvents = 1_000;
const mostBytes = 4 * 1024 * 1024;
const mostAttempts = 8;
const longestPauseSeconds = 30;

/** The system could not be reached or would not take the events at all. */
export class SendingFailed extends Error {
  readonly code = 'sending-failed';
  readonly retriable = true;
}

interface Answer {
  readonly accepted: number;
  readonly refused: readonly RefusedLine[];
}

/**
 * Sends lines to a running system in batches, one after the other. A batch that finds the system unavailable is sent
 * again: that has no effect twice.
 *
 * @param url address of the system, without a path
 * @param taken told which lines have been answered
 * @throws SendingFailed
 */
export async function sendLines(
  lines: AsyncIterable<readonly Line[]>,
  url: string,
  token: string,
  taken: (lines: readonly Line[]) => void,
): Promise<IntakeReport> {
  const refused: RefusedLine[] = [];
  let accepted = 0;
  for await (const batch of batchesOf(lines)) {
    const answer = await sendBatch(batch, new URL('/v1/events', url), token);
    accepted += answer.accepted;
    refused.push(...answer.refused);
    taken(batch);
  }
  return { accepted, refused };
}

async function* batchesOf(lines: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly Line[]> {
  let batch: Line[] = [];
  let bytes = 2;
  for await (const some of lines) {
    for (const line of some) {
      const size = Buffer.byteLength(line.text) + 1;
      if (batch.length > 0 && (batch.length === mostEvents || bytes + size > mostBytes)) {
        yield batch;
        batch = [];
        bytes = 2;
      }
      batch.push(line);
      bytes += size;
    }
  }
  if (batch.length > 0) yield batch;
}

async function sendBatch(batch: readonly Line[], url: URL, token: string): Promise<Answer> {
  const readable: Line[] = [];
  const unreadable: RefusedLine[] = [];
  for (const line of batch) {
    if (isJson(line.text)) readable.push(line);
    else unreadable.push({ line: line.number, code: 'not-json', path: '', detail: 'The line is not JSON.' });
  }
  if (readable.length === 0) return { accepted: 0, refused: unreadable };
  const answer = await post(`[${readable.map(({ text }) => text).join(',')}]`, url, token);
  const refused = answer.refused.map((refusal) => ({ ...refusal, line: readable[refusal.line]?.number ?? 0 }));
  return { accepted: answer.accepted, refused: [...unreadable, ...refused].sort((a, b) => a.line - b.line) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The answer to one batch; `line` is the event's index in it. */
async function post(body: string, url: URL, token: string): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' },
      body,
    }).catch((error: unknown) => new Error(`${url.origin} cannot be reached`, { cause: error }));
    if (response instanceof Response && (response.status === 202 || response.status === 400))
      return readAnswer(response);
    const why = response instanceof Response ? await describeProblem(response) : response.message;
    if (!mayPass(response) || attempt === mostAttempts) throw new SendingFailed(why);
    await pause(1_000 * pauseSeconds(response, attempt));
  }
}

interface Listed extends Omit<RefusedLine, 'line'> {
  readonly index: number;
}

async function readAnswer(response: Response): Promise<Answer> {
  const body = (await response.json()) as {
    readonly accepted?: number;
    readonly rejected?: readonly Listed[];
    readonly errors?: readonly Listed[];
  };
  const listed = body.rejected ?? body.errors ?? [];
  return {
    accepted: body.accepted ?? 0,
    refused: listed.map(({ index, ...refusal }) => ({ ...refusal, line: index })),
  };
}

function mayPass(response: Response | Error): boolean {
  return response instanceof Error || response.status === 503 || response.status === 429;
}

function pauseSeconds(response: Response | Error, attempt: number): number {
  const asked = response instanceof Response ? Number(response.headers.get('retry-after') ?? Number.NaN) : Number.NaN;
  return Math.min(longestPauseSeconds, Number.isFinite(asked) ? asked : 2 ** attempt / 4);
}

async function describeProblem(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as { readonly detail?: string };
  return `the system answered ${String(response.status)}${problem.detail === undefined ? '' : `: ${problem.detail}`}`;
}
