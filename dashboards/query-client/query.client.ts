import { Inject, Injectable } from '@nestjs/common';
import { forwardedFor } from '../../libs/serving/limits/forwarded-for.service.js';
import { currentTraceparent } from '../../libs/telemetry/traceparent.codec.js';
import type { Viewer } from '../looking/looking.fact.js';
import { EventBlocks } from './event-blocks.parser.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';

/** Milliseconds to wait for an answer of query. */
const LONGEST_WAIT = 10_000;
/** Milliseconds without a word on a stream, which beats every 15 s, after which it is taken for dead. */
const LONGEST_SILENCE = 45_000;

/** Query answered with a problem. */
export class QueryRefused extends Error {
  readonly code = 'query-refused';
  constructor(
    readonly status: number,
    /** The first member of the question that is at fault; `null` where none is named. */
    readonly member: string | null,
  ) {
    super(`query answered ${status}${member === null ? '' : ` (${member})`}`);
  }

  get retriable(): boolean {
    return this.status >= 500;
  }
}

/** Query cannot be reached, or did not answer in time. */
export class QueryAway extends Error {
  readonly code = 'query-away';
  readonly retriable = true;
}

/** Asks query by its HTTP contract on behalf of whoever looks at a page. */
@Injectable()
export class QueryClient {
  constructor(@Inject(PAGES_SETTINGS) private readonly settings: PagesSettings) {}

  /**
   * The answer to `GET path`, trusted to be as the contract says.
   *
   * @throws QueryRefused, QueryAway
   */
  async get<Answer>(path: string, viewer: Viewer): Promise<Answer> {
    return (await (await this.ask(path, viewer, 'application/json')).json()) as Answer;
  }

  /** The same, but `null` for what the viewer may not see. */
  async getIfAllowed<Answer>(path: string, viewer: Viewer): Promise<Answer | null> {
    try {
      return await this.get<Answer>(path, viewer);
    } catch (error) {
      if (error instanceof QueryRefused && [401, 403].includes(error.status)) return null;
      throw error;
    }
  }

  /** The same as text, for what is handed on as it is. */
  async getText(path: string, viewer: Viewer): Promise<string> {
    return (await this.ask(path, viewer, '*/*')).text();
  }

  /** The same as bytes. */
  async getBytes(path: string, viewer: Viewer): Promise<Uint8Array> {
    return new Uint8Array(await (await this.ask(path, viewer, '*/*')).arrayBuffer());
  }

  /** Sends JSON, and answers what query makes of it. */
  async post<Answer>(path: string, body: object, viewer: Viewer): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    return (await (await this.ask(path, viewer, 'application/json', { headers, body })).json()) as Answer;
  }

  /**
   * Follows a stream until either side ends it, telling the id of each event.
   *
   * @throws QueryRefused, QueryAway
   */
  async follow(
    path: string,
    viewer: Viewer,
    { lastEventId, signal }: { readonly lastEventId: string; readonly signal: AbortSignal },
    told: (id: string) => void,
  ): Promise<void> {
    const silence = new AbortController();
    const heard = setTimeout(() => silence.abort(), LONGEST_SILENCE);
    const either = AbortSignal.any([signal, silence.signal]);
    const after = lastEventId === '' ? {} : { 'last-event-id': lastEventId };
    try {
      const { body } = await this.ask(path, viewer, 'text/event-stream', { headers: after, signal: either });
      const blocks = new EventBlocks();
      const text = new TextDecoder();
      for await (const chunk of body ?? []) {
        heard.refresh();
        for (const id of blocks.take(text.decode(chunk, { stream: true }))) told(id);
      }
    } catch (error) {
      if (error instanceof QueryRefused || error instanceof QueryAway) throw error;
      throw new QueryAway('the stream was cut', { cause: error });
    } finally {
      clearTimeout(heard);
    }
  }

  private async ask(
    path: string,
    viewer: Viewer,
    accept: string,
    { headers = {}, signal = AbortSignal.timeout(LONGEST_WAIT), body }: Asking = {},
  ): Promise<Response> {
    const token = this.settings.tokenOf(viewer);
    const traceparent = currentTraceparent();
    const forwarded = forwardedFor();
    const response = await fetch(new URL(path, this.settings.queryUrl()), {
      headers: {
        ...headers,
        accept,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(traceparent === undefined ? {} : { traceparent }),
        ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
      },
      signal,
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new QueryAway('query cannot be reached', { cause: error });
    });
    if (!response.ok) throw new QueryRefused(response.status, await memberAtFault(response));
    return response;
  }
}

async function memberAtFault(response: Response): Promise<string | null> {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  return problem?.errors?.[0]?.member ?? null;
}

/** How it is asked, beside for whom. */
interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** What is sent; absent: it is only asked. */
  readonly body?: object;
}

/** What is read of a problem. */
interface Problem {
  readonly errors?: readonly { readonly member?: string }[];
}
