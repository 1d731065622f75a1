import type { Role } from '../../libs/access/role.rule.js';

const POLICY =
  "default-src 'none';style-src 'self';script-src 'self';img-src 'self' data:;connect-src 'self';" +
  "form-action 'self';base-uri 'none';frame-ancestors 'none'";
const GUARDS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'access-control-allow-origin': null,
  'x-powered-by': null,
  server: null,
};

/** What an answer would give away of the program inside: a stack, a path, a library, a driver's message. */
const INSIDE =
  /\n\s+at |node_modules|\/dist\/|\.[cm]?[jt]s:\d|\b[A-Z]\w*Error\b|sqlite|mongo|kafka|ECONN|ENOENT|express/i;

/** An answer, and what was asked. */
export interface Answer {
  readonly asked: string;
  readonly status: number;
  readonly headers: Headers;
  /** Empty of a stream, which has no end. */
  readonly text: string;
}

/** Asks as somebody of the demo, or with a token that nobody has. */
export async function askAt(
  address: string,
  method: string,
  path: string,
  role: Role | 'unknown',
  init: RequestInit = {},
): Promise<Answer> {
  const headers = new Headers(init.headers);
  if (role !== 'public') headers.set('authorization', `Bearer demo-${role}`);
  const leave = new AbortController();
  const response = await fetch(`${address}${path}`, {
    ...init,
    method,
    headers,
    redirect: 'manual',
    signal: leave.signal,
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  const text = isStream ? '' : await response.text();
  leave.abort();
  return { asked: `${method} ${path.slice(0, 80)} ${role}`, status: response.status, headers: response.headers, text };
}

/** What is missing or wrong of the headers that every answer has. */
function unguarded({ asked, status, headers }: Answer): readonly string[] {
  return Object.entries(GUARDS).flatMap(([name, value]) =>
    headers.get(name) === value ? [] : [`${asked} ${status} ${name}: ${headers.get(name)}`],
  );
}

/** What an answer tells that no caller should know, and errors that are told in no way that was agreed. */
function untold({ asked, status, headers, text }: Answer): readonly string[] {
  if (status < 400) return [];
  const type = headers.get('content-type')?.split(';')[0] ?? '';
  const isProblem = type === 'application/problem+json' && Object.keys(JSON.parse(text)).includes('detail');
  const isAgreed = isProblem || (type === 'text/html' && text.startsWith('<!DOCTYPE html>'));
  const told = INSIDE.exec(text);
  return [
    ...(status >= 500 && status !== 503 ? [`${asked} ${status}`] : []),
    ...(isAgreed ? [] : [`${asked} ${status} ${type}: ${text.slice(0, 80)}`]),
    ...(told === null ? [] : [`${asked} ${status} tells ${told[0]}`]),
  ];
}

/** Everything that is wrong with answers, whatever was asked. */
export function faultsOf(answers: readonly Answer[]): readonly string[] {
  return answers.flatMap((answer) => [...unguarded(answer), ...untold(answer)]);
}
