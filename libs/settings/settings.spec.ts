import { describe, expect, it } from '@jest/globals';
import { developmentKey } from '../publication/signing-key.codec.js';
import { limitsOf } from '../serving/limits/limits.settings.js';
import { readSettings, SettingsRefused } from './settings.settings.js';

describe('settings', () => {
  it('have a default each', () => {
    expect(readSettings({ PATH: '/bin' })).toEqual({
      profile: 'embedded',
      dataFolder: './data',
      port: 3000,
      host: '127.0.0.1',
      auth: { scheme: 'demo' },
      demo: 'on',
      kafka: { brokers: '127.0.0.1:9092', topic: 'charter.events.v1', ssl: false, sasl: '' },
      mongoUrl: 'mongodb://127.0.0.1:27017/charter',
      queryUrl: 'http://127.0.0.1:3000',
      intakeUrl: 'http://127.0.0.1:3000',
      faroUrl: null,
      webhook: null,
      publication: { step: 'week', small: 5, signingKey: developmentKey() },
      limits: limitsOf(
        { requests: '', streams: '', connections: '5000', requestSeconds: '60', proxies: '127.0.0.0/8,::1' },
        true,
      ),
      token: 'demo-importer',
    });
  });

  it('are read off the environment', () => {
    expect(readSettings({ CHARTER_PORT: '0', CHARTER_DATA: '/srv/charter' })).toMatchObject({
      port: 0,
      dataFolder: '/srv/charter',
    });
  });

  it.each([
    ['CHARTER_PORT', '65536'],
    ['CHARTER_PORT', '-1'],
    ['CHARTER_PORT', 'http'],
    ['CHARTER_DATA', ' '],
    ['CHARTER_PROFILE', 'cloud'],
    ['CHARTER_AUTH', 'none'],
    ['CHARTER_OIDC_ISSUER', 'http://issuer.example'],
    ['CHARTER_OIDC_AUDIENCE', ' '],
    ['CHARTER_OIDC_ROLES', 'realm_access..roles'],
    ['CHARTER_DEMO', 'maybe'],
    ['CHARTER_STEP', 'hour'],
    ['CHARTER_SMALL', '4'],
    ['CHARTER_SIGNING_KEY', 'secret'],
    ['CHARTER_KAFKA_BROKERS', 'http://broker'],
    ['CHARTER_KAFKA_SASL', 'plain:somebody'],
    ['CHARTER_MONGO_URL', 'postgres://127.0.0.1/charter'],
    ['CHARTER_QUERY_URL', 'ftp://127.0.0.1'],
    ['CHARTER_INTAKE_URL', 'ftp://127.0.0.1'],
    ['CHARTER_FARO_URL', 'faro.example/collect'],
    ['CHARTER_FARO_URL', 'ftp://faro.example/collect'],
    ['CHARTER_FARO_URL', 'https://key@faro.example/collect'],
    ['CHARTER_FARO_URL', 'https://faro.example;script-src/collect'],
    ['CHARTER_FARO_URL', 'https://faro.example,evil.example/collect'],
    ['CHARTER_FARO_URL', 'https://*/collect'],
    ['CHARTER_WEBHOOK_URL', 'http://receiver.example'],
    ['CHARTER_WEBHOOK_SECRET', 'short'],
    ['CHARTER_REQUESTS', 'staff=0'],
    ['CHARTER_STREAMS', 'everyone=5'],
    ['CHARTER_CONNECTIONS', '0'],
    ['CHARTER_REQUEST_SECONDS', '601'],
    ['CHARTER_PROXIES', 'proxy.example'],
  ])('are refused by name: %s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  const issuer = { CHARTER_OIDC_ISSUER: 'https://issuer.example', CHARTER_OIDC_AUDIENCE: 'charter' };

  it('have callers signed in by an issuer in the distributed profile, unless told otherwise', () => {
    const oidc = { scheme: 'oidc', issuer: 'https://issuer.example', audience: 'charter', roles: 'realm_access.roles' };
    expect(readSettings({ CHARTER_PROFILE: 'distributed', ...issuer }).auth).toEqual(oidc);
    expect(readSettings({ CHARTER_PROFILE: 'embedded', ...issuer }).auth).toEqual({ scheme: 'demo' });
    expect(readSettings({ CHARTER_PROFILE: 'distributed', CHARTER_AUTH: 'demo' }).auth).toEqual({ scheme: 'demo' });
    expect(readSettings({ CHARTER_AUTH: 'oidc', CHARTER_OIDC_ROLES: 'roles', ...issuer }).auth).toEqual({
      ...oidc,
      roles: 'roles',
    });
  });

  it.each(['CHARTER_OIDC_ISSUER', 'CHARTER_OIDC_AUDIENCE'])(
    'are refused without %s where tokens are issued',
    (name) => {
      const told = { CHARTER_AUTH: 'oidc', ...issuer, [name]: '' };
      expect(() => readSettings(told)).toThrow(`${name} (`);
      expect(() => readSettings({ CHARTER_PROFILE: 'distributed' })).toThrow(`${name} (`);
    },
  );

  const webhook = { CHARTER_WEBHOOK_URL: 'https://receiver.example/hook', CHARTER_WEBHOOK_SECRET: 'x'.repeat(32) };

  it('name who is told of changes of state', () => {
    const { CHARTER_WEBHOOK_URL: url, CHARTER_WEBHOOK_SECRET: secret } = webhook;
    expect(readSettings(webhook).webhook).toEqual({ url, secret, isLocal: false });
    const local = { ...webhook, CHARTER_WEBHOOK_URL: 'http://127.0.0.1:9000/hook' };
    expect(readSettings(local).webhook).toMatchObject({ isLocal: true });
    expect(() => readSettings({ ...local, CHARTER_AUTH: 'oidc', ...issuer })).toThrow('same machine only');
  });

  it('say where browsers may tell how pages fare', () => {
    const faroUrl = 'https://faro.example/collect/key';
    expect(readSettings({ CHARTER_FARO_URL: faroUrl })).toMatchObject({ faroUrl });
  });

  it.each(Object.keys(webhook))('are refused without %s where the other is set', (name) => {
    expect(() => readSettings({ ...webhook, [name]: '' })).toThrow(`${name} is needed`);
  });

  it('have no key to sign with where tokens are issued, unless one is set', () => {
    const { publication } = readSettings({ CHARTER_AUTH: 'oidc', ...issuer });
    expect(publication.signingKey).toBeNull();
  });

  it.each(['CHARTER_KAFKA_SASL', 'CHARTER_MONGO_URL', 'CHARTER_WEBHOOK_URL'])(
    'are refused without repeating a secret: %s',
    (name) => {
      expect(() => readSettings({ [name]: 'wrong:somebody:s3cret' })).toThrow(/^(?![^]*s3cret)/);
    },
  );

  it('are refused where a name is not a setting, and all faults are told together', () => {
    const read = (): unknown => readSettings({ CHARTER_PROT: '3000', CHARTER_PORT: 'x' });
    expect(read).toThrow(SettingsRefused);
    expect(read).toThrow(/CHARTER_PROT is not a setting[\s\S]*CHARTER_PORT \(port to listen on\)/);
  });
});
