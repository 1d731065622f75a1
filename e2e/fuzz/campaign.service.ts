import { Agent } from 'node:http';
import fc from 'fast-check';
import { ask, write, type Asked, type Told } from './asked.testkit.js';
import { oddData, oddEnvelopes } from './events.campaign.js';
import { oddCookies, oddForms } from './pages.campaign.js';
import { oddSealed, oddTokens } from './sign-in.campaign.js';
import { oddHeaders, oddOrders, oddQuestions, oddReplays, type Questions } from './questions.campaign.js';
import type { Issued } from './issued-system.service.js';
import { sealed, signed } from './tokens.campaign.js';
import { faultOf } from './verdict.rule.js';
import { oddBytes } from './wire.campaign.js';

/** One kind of request, and how many of twenty are of it. */
export interface Campaign {
  readonly name: string;
  readonly share: number;
  /** Sends `count` requests. Rejects with seed, path and the smallest request that shows the fault. */
  readonly run: (count: number, seed: number) => Promise<Tally>;
}

/** What came of a campaign. */
export interface Tally {
  readonly requests: number;
  readonly byStatus: ReadonlyMap<string, number>;
  /** Milliseconds. */
  readonly slowest: number;
}

/** Everything that is tried, against the system at `url`. */
export function campaignsAt(url: string, questions: Questions): readonly Campaign[] {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const byHttp = (name: string, share: number, asked: fc.Arbitrary<Asked>): Campaign =>
    campaign(name, share, asked, (one) => ask(url, agent, one));
  return [
    byHttp('envelopes', 5, oddEnvelopes),
    byHttp('data', 4, oddData),
    byHttp('questions', 4, oddQuestions(questions)),
    byHttp('headers', 2, oddHeaders(questions)),
    byHttp('cookies and pages', 2, oddCookies),
    byHttp('forms', 1, oddForms),
    byHttp('release orders', 1, oddOrders),
    byHttp('replays', 1, oddReplays),
    campaign('bytes', 1, oddBytes, (bytes) => write(url, bytes)),
  ];
}

/** What is tried where callers are told apart by an issuer's tokens, and people sign in on the pages. */
export function issuedCampaignsAt(url: string, { issuer, key, cookieKey }: Issued): readonly Campaign[] {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return [
    campaign('tokens', 1, oddTokens, async ({ path, making }) => {
      const authorization = `Bearer ${await signed(key, issuer.issuer, making)}`;
      return ask(url, agent, { method: 'GET', path, headers: { authorization } });
    }),
    campaign('sealed cookies', 1, oddSealed, async ({ path, purpose, making }) => {
      const cookie = `charter-${purpose}=${await sealed(cookieKey, purpose, making)}`;
      return ask(url, agent, { method: 'GET', path, headers: { cookie } });
    }),
    campaign('bytes to sign in', 1, oddBytes, (bytes) => write(url, bytes)),
  ];
}

export function campaign<Request>(
  name: string,
  share: number,
  requests: fc.Arbitrary<Request>,
  send: (request: Request) => Promise<Told>,
): Campaign {
  const run = async (numRuns: number, seed: number): Promise<Tally> => {
    const byStatus = new Map<string, number>();
    let slowest = 0;
    const property = fc.asyncProperty(requests, async (request) => {
      const told = await send(request);
      const status = String(told.status ?? 'closed');
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      slowest = Math.max(slowest, told.milliseconds);
      const fault = faultOf(told);
      if (fault !== null) throw new Error(fault);
    });
    await fc.assert(property, { numRuns, seed, includeErrorInReport: true });
    return { requests: numRuns, byStatus, slowest };
  };
  return { name, share, run };
}
