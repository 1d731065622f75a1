import fc from 'fast-check';
import type { Purpose } from '../../dashboards/sign-in/sealed.codec.js';
import { addressTexts } from './odd-values.testkit.js';
import { makings, type Making } from './tokens.campaign.js';

/** A request with a token or a cookie that is yet to be made. */
export interface Approach {
  readonly path: string;
  readonly making: Making;
}

const ROUTES = ['/v1/status', '/v1/measures', '/v1/observations?measure=applications-received&grain=month'];

/** Bearer tokens of the right issuer that say odd things, or have been changed since. */
export const oddTokens: fc.Arbitrary<Approach> = fc.record({ path: fc.constantFrom(...ROUTES), making: makings });

const members = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'state',
        'code',
        'error',
        'error_description',
        'iss',
        'response',
        'id_token',
        'from',
        'session_state',
      ),
      fc.oneof(
        fc.constantFrom('state', 'x', 'access_denied', 'https%3A%2F%2Fother.example%2F', '%2Flive'),
        addressTexts,
      ),
    ),
    { maxLength: 5 },
  )
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));

/** Cookies that this site has sealed, or seems to have, on the way into and through its pages. */
export const oddSealed: fc.Arbitrary<Approach & { readonly purpose: Purpose }> = fc
  .tuple(
    fc.constantFrom('/', '/live', '/annual', '/sign-in', '/sign-in/back', '/sign-in/back', '/live/changes'),
    members,
    fc.constantFrom<Purpose>('session', 'attempt'),
    makings,
  )
  .map(([path, query, purpose, making]) => ({ path: `${path}?${query}`, purpose, making }));
