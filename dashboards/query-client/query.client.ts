import { Inject, Injectable } from '@nestjs/common';
import { currentTraceparent } from '../../libs/telemetry/traceparent.codec.js';
import type { Viewer } from '../looking/looking.fact.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';

/** Milliseconds to wait for an answer of query. */
const LONGEST_WAIT = 10_000;

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

  private async ask(path: string, viewer: Viewer, accept: string): Promise<Response> {
    const token = this.settings.tokenOf(viewer);
    const traceparent = currentTraceparent();
    const response = await fetch(new URL(path, this.settings.queryUrl()), {
      headers: {
        accept,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(traceparent === undefined ? {} : { traceparent }),
      },
      signal: AbortSignal.timeout(LONGEST_WAIT),
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

/** What is read of a problem. */
interface Problem {
  readonly errors?: readonly { readonly member?: string }[];
}
