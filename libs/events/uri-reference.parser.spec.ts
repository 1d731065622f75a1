import { describe, expect, it } from '@jest/globals';
import { isHttpsUrl, isUriReference } from './uri-reference.parser.js';

describe('a URI reference', () => {
  it.each([
    ...[
      '',
      'a',
      '/',
      '//',
      '///x',
      '?q',
      '#f',
      '?a:b',
      'a/b:c',
      './a:b',
      '%41',
      "!$&'()*+,;=~",
      '/y//z',
      '/relative/feed',
    ],
    ...['urn:x', 'http:', 'a:b:c', 'mailto:a@b', 'x:/y//z', 'x://', 'file:///x', 'tag:example.scot,2026:x'],
    ...[
      'https://example.scot/held-out/20260401',
      '//h:80/x',
      '//u:p@h:1',
      'http://[::1]:80/',
      '//[v1.a:b]/',
      'a?b?c/d#e?f',
    ],
  ])('is %j', (text) => {
    expect(isUriReference(text)).toBe(true);
  });

  it.each([
    ...[
      'not a uri <here>',
      'a b',
      ' a',
      'a\n',
      '\ta',
      'é',
      '😀',
      '%',
      '%4',
      '%4g',
      'a"b',
      'a{b',
      'a|b',
      'a\\b',
      'a^b',
      'a`b',
    ],
    ...['1:2', ':a', 'é:a', '#a#b', 'a[b', 'http://a?b[c', '//h:80a', '//u@@h', 'a:b//[::1]'],
    ...['http://[::1', 'http://[::g]/', 'http://[1::2::3]', '//[::1]]', '//[]'],
  ])('is not %j', (text) => {
    expect(isUriReference(text)).toBe(false);
  });

  it('is judged in time in proportion to its length', () => {
    for (const piece of ['a', '%41', ':', '@', '/', '[', 'a@', 'a:', '?', '%4']) {
      const begun = performance.now();
      for (const prefix of ['', '//', 'x:']) isUriReference(`${prefix}${piece.repeat(20_000)} `);
      expect(performance.now() - begun).toBeLessThan(500);
    }
  });
});

describe('an https URL', () => {
  it.each(['https://example.scot/', 'HTTPS://example.scot', 'https://example.scot:8443/a?b=c#d'])('is %j', (text) => {
    expect(isHttpsUrl(text)).toBe(true);
  });

  it.each(['', 'https:', 'https://', 'https:/a', 'http://example.scot/', 'javascript:alert(1)', 'https://a b/', '//a'])(
    'is not %j',
    (text) => {
      expect(isHttpsUrl(text)).toBe(false);
    },
  );
});
