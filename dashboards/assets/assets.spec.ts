import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PagesDoor } from '../pages.testkit.js';
import { CONSENT_COOKIE } from '../telemetry/consent.parser.js';
import { Assets } from './assets.service.js';

const door = new PagesDoor();
beforeAll(() => door.open({ faroUrl: 'https://faro.example/collect' }));
afterAll(() => door.close());

const { addresses } = new Assets();

describe.each([
  ['styles', addresses.styles, 'text/css; charset=utf-8'],
  ['live', addresses.live, 'text/javascript; charset=utf-8'],
  ['faro', addresses.faro, 'text/javascript; charset=utf-8'],
  ['telemetry', addresses.telemetry, 'text/javascript; charset=utf-8'],
  ['icon', addresses.icon, 'image/svg+xml'],
])('the asset %s', (_name, address, mediaType) => {
  it('may be kept for ever, for its name is made from its content', async () => {
    const { status, headers, body, text } = await door.get(address);
    expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({
      status: 200,
      type: mediaType,
      cache: 'public, max-age=31536000, immutable',
    });
    const content: string | Buffer = Buffer.isBuffer(body) ? body : text;
    expect(address).toContain(`.${createHash('sha256').update(content).digest('hex').slice(0, 12)}.`);
  });

  it('is on a page that needs it', async () => {
    const { text } = await door.get('/live').set('Cookie', `${CONSENT_COOKIE}=yes`);
    expect(text).toContain(`"${address}"`);
  });
});

describe('an asset that there is not', () => {
  it.each(['site.000000000000.css', 'site.css', '..%2fpackage.json', '%2e%2e%2f%2e%2e%2fpackage.json'])(
    '%s is missing, and nothing says that it may be kept',
    async (name) => {
      const { status, headers } = await door.get(`/assets/${name}`);
      expect(status).toBe(404);
      expect(headers['cache-control'] ?? '').not.toContain('immutable');
    },
  );
});
