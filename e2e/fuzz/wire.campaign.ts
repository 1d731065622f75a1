import fc from 'fast-check';

const METHODS = ['GET', 'POST', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'get', 'G\u0000T', '', 'PUT'];
const TARGETS = [
  ...[
    '/',
    '//',
    '/../../etc/passwd',
    '/%00',
    '/%',
    '/v1/%E0%A4%A',
    '*',
    'http://other.example/',
    'http://[x/sign-in',
    '//[/sign-in?from=//x',
    '/sign-in?from=http://[',
    '/v1/status?a=\u0000',
  ],
  ...['/v1//status', '/V1/STATUS', '/v1/status/', '/./v1/status', '/assets/..%2fmain.js', '?', '/live/\u00ff', '/#x'],
];
const VERSIONS = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', '', 'FTP/1.1'];
const LINES = [
  ...[
    'Host: x',
    'Host: x',
    'Host:',
    'Host: a\r\nHost: b',
    'Connection: close',
    'Connection: upgrade\r\nUpgrade: websocket',
  ],
  ...[
    'Content-Length: 5',
    'Content-Length: -1',
    'Content-Length: 5\r\nContent-Length: 6',
    'Content-Length: 99999999999',
  ],
  ...[
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding: x',
    'Expect: 100-continue',
  ],
  ...[
    'Content-Type: application/cloudevents+json',
    'Authorization: Bearer demo-producer',
    'Cookie: a=\u0001',
    ': x',
    ' x: y',
  ],
  ...[`X: ${'x'.repeat(20_000)}`, 'X: \u0000', 'Expect: x', 'Range: bytes=0-0,1-1', 'Sec-WebSocket-Key: x'],
];
const BODIES = [
  '',
  'hello',
  '5\r\nhello\r\n0\r\n\r\n',
  'ffffffffffffffff\r\nx',
  '-1\r\n',
  '5;x="\r\n',
  '{"specversion":',
];

/** Mostly what a request has; now and then what none may have. */
const mostly = <Text extends string>(right: Text, odd: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: odd });

/** Requests by the byte: lines in any order, versions that there are not, lengths that are wrong. */
export const oddBytes: fc.Arbitrary<Uint8Array> = fc
  .record({
    method: fc.oneof(fc.constantFrom('GET', 'POST', 'OPTIONS'), fc.constantFrom(...METHODS)),
    target: mostly('/v1/status', fc.oneof(fc.constantFrom(...TARGETS), fc.string({ unit: 'binary', maxLength: 20 }))),
    version: mostly('HTTP/1.1', fc.constantFrom(...VERSIONS)),
    host: mostly('Host: x', fc.constantFrom(...LINES)),
    lines: fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...LINES) }, fc.string({ maxLength: 20 })), {
      maxLength: 3,
    }),
    end: mostly('\r\n\r\n', fc.constantFrom('\n\n', '\r\n', '')),
    body: fc.oneof(fc.constantFrom(...BODIES), fc.string({ unit: 'binary', maxLength: 40 })),
  })
  .map(({ method, target, version, host, lines, end, body }) =>
    Buffer.from(`${[`${method} ${target} ${version}`, host, ...lines].join('\r\n')}${end}${body}`, 'latin1'),
  );
