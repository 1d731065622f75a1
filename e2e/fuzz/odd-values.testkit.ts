import fc from 'fast-check';

/** Texts that have broken programs. */
const KNOWN = [
  ...['', ' ', '0', '-1', '1e309', 'NaN', 'null', 'undefined', 'true', '[]', '{}', '[object Object]'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '$where', '$gt', '%', '%00', '%E0%A4%A'],
  ...['\u0000', '\ud800', '\u202e', '\ufeff', '𝒜', 'ﬁ', 'é', '\r\nset-cookie: a=b', '../../etc/passwd', "'; --"],
  ...['<script>alert(1)</script>', '${7*7}', '=1+1', '2026-02-30', '0000-01-01', '9999-12-31', '2026-W54', '2025-27'],
  ...['2026-04-01T10:00:60Z', '99999999999999999999', 'x'.repeat(300), 'x'.repeat(3_000), '1,'.repeat(200)],
];

export const oddTexts = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

/** Names of members, among them those that every object has. */
export const oddNames = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '$gt', '', 'a.b', 'a[b]', 'a[]', 'recordedtime', 'ce-id'),
  fc.string({ unit: 'binary', maxLength: 10 }),
);

export const oddValues: fc.Arbitrary<unknown> = fc.oneof(
  oddTexts,
  fc.constantFrom<unknown>(null, true, 0, -0, -1, 1.5, 1e21, 2 ** 53, [], {}, [[]], [null], { a: { b: {} } }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** Texts that a header can hold as they are. */
export const headerTexts = oddTexts.map((text) => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 2_000));

/** Texts as they stand in an address; some so that they mean nothing. */
export const addressTexts = oddTexts.map((text) =>
  /^%/.test(text) ? text : encodeURIComponent(text.toWellFormed()).slice(0, 3_000),
);

/** Roles of the demo by their tokens; `null`: no token. */
export const tokens = fc.constantFrom(
  ...[null, 'demo-scrutiny', 'demo-staff', 'demo-compiler', 'demo-auditor', 'demo-producer', 'demo-importer'],
  ...['demo-admin', 'demo-nobody'],
);

export function bearer(token: string | null): Readonly<Record<string, string>> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
