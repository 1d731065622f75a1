import fc from 'fast-check';
import type { Asked } from './asked.testkit.js';
import { addressTexts, headerTexts, oddTexts } from './odd-values.testkit.js';

const PAGES = [
  ...[
    '/',
    '/live',
    '/live/attention',
    '/live/decisions-in-time',
    '/live/applications-received',
    '/live/{x}',
    '/search',
  ],
  ...['/commitments/2019/2.2', '/commitments/{x}/{x}', '/scrutiny', '/scrutiny/{x}', '/scrutiny/decisions-in-time'],
  ...['/scrutiny/decisions-in-time/explain', '/annual', '/annual/{x}', '/annual/2025-26', '/annual/2025-26/compare'],
  ...[
    '/annual/{x}/releases/{x}',
    '/annual/{x}/releases/{x}/{x}',
    '/annual/file',
    '/annual/filed',
    '/annual/2025-26/made',
  ],
  ...['/annual/2025-26/release', '/status', '/methods', '/glossary', '/data', '/privacy', '/guide', '/sign-in', '/{x}'],
  ...['/sign-in/back', '/assets/{x}', '/live/changes', '/live/changes/attention'],
];
const MEMBERS = [
  ...[
    'measure',
    'kind',
    'year',
    'q',
    'by',
    'from',
    'to',
    'asOf',
    'grain',
    'filter[benefit]',
    'period',
    'before',
    'after',
  ],
  ...['code', 'state', 'error', 'iss', 'benefit', 'channel', 'id', 'view'],
];
const LIKELY = ['decisions-in-time', 'month', '2025-26', '2025-04', '2025-04-01', 'benefit', 'ADP', 'S2-M31', 'figure'];

const COOKIES = [
  'charter-look-as',
  '__Host-charter-session',
  'charter-session',
  'charter-sign-in',
  'charter-telemetry',
  'a',
];
const ROLES = ['public', 'scrutiny', 'staff', 'compiler', 'auditor', 'admin', 'producer', 'constructor'];

const cookies = fc
  .array(
    fc
      .tuple(fc.constantFrom(...COOKIES), fc.oneof(fc.constantFrom(...ROLES), headerTexts))
      .map((pair) => pair.join('=')),
    { maxLength: 4 },
  )
  .map((all) => all.join('; ').slice(0, 4_000));

const addresses = fc
  .tuple(
    fc.constantFrom(...PAGES),
    fc.array(addressTexts, { minLength: 3, maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...MEMBERS), fc.oneof(fc.constantFrom(...LIKELY), addressTexts)), {
      maxLength: 4,
    }),
  )
  .map(([page, parts, members]) => {
    let part = 0;
    const filled = page.replaceAll('{x}', () => (parts[part++] ?? '') || 'x');
    const query = members.map((pair) => pair.join('=')).join('&');
    return (query === '' ? filled : `${filled}?${query}`).replaceAll(/[^\x21-\x7e]/g, '').slice(0, 8_000);
  });

/** Pages with any cookie, at any address. */
export const oddCookies: fc.Arbitrary<Asked> = fc
  .tuple(addresses, cookies)
  .map(([path, cookie]) => ({ method: 'GET', path, headers: { cookie } }));

const FORMS: Readonly<Record<string, readonly string[]>> = {
  '/look-as': ['role', 'from'],
  '/privacy': ['answer', 'from', 'tell'],
  '/annual/file': [
    'measure',
    'kind',
    'year',
    'form',
    'value',
    'numerator',
    'denominator',
    'note',
    'title',
    'summary',
    'link',
  ],
  '/annual/2025-26/release': ['state', 'note', 'form', 'seen', 'embargo'],
  '/sign-out': ['from'],
};

/** Forms with any members, as if a page of this site had sent them. */
export const oddForms: fc.Arbitrary<Asked> = fc.constantFrom(...Object.entries(FORMS)).chain(([path, names]) =>
  fc
    .tuple(
      fc.array(
        fc.tuple(
          fc.constantFrom(...names, '__proto__', 'a[b]'),
          fc.oneof(fc.constantFrom(...LIKELY, ...ROLES), oddTexts),
        ),
        { maxLength: 8 },
      ),
      cookies,
      fc.constantFrom('same-origin', 'same-origin', 'cross-site'),
    )
    .map(([members, cookie, site]) => ({
      method: 'POST',
      path,
      headers: {
        cookie: `charter-look-as=compiler; ${cookie}`,
        'sec-fetch-site': site,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: members.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&'),
    })),
);
