import { describe, expect, it } from '@jest/globals';
import { localReceiverRefusal, receiverOf, webhookSecretRefusal, webhookUrlRefusal } from './webhook.settings.js';

describe('the address of a receiver', () => {
  it.each([
    'https://receiver.example/hook?key=1',
    'https://receiver.example:8443/',
    'https://93.184.215.14/',
    'https://[2606:2800:21f::1]/',
    'http://127.0.0.1:9000/hook',
    'http://localhost:9000',
    'http://[::1]:9000/',
    'https://hooks.localhost/',
  ])('may be %s', (url) => {
    expect(webhookUrlRefusal(url)).toBeNull();
  });

  it.each([
    ['http://receiver.example/hook', 'https'],
    ['ftp://receiver.example', 'https'],
    ['receiver.example', 'https'],
    ['ftp://127.0.0.1', 'https'],
    ['https://user@receiver.example', 'no user'],
    ['https://:s3cret@receiver.example', 'no user'],
    ['https://receiver.example/#part', 'fragment'],
    ['https://10.1.2.3/', 'private'],
    ['https://169.254.169.254/latest/meta-data', 'private'],
    ['https://0x0a000001/', 'private'],
    ['https://[fd00::1]/', 'private'],
    ['https://[::ffff:10.0.0.1]/', 'private'],
  ])('may not be %s', (url, why) => {
    expect(webhookUrlRefusal(url)).toContain(why);
    expect(webhookUrlRefusal(url)).not.toContain('s3cret');
  });

  it('may be this machine only in demo', () => {
    expect(localReceiverRefusal('http://127.0.0.1:9000', true)).toBeNull();
    expect(localReceiverRefusal('https://localhost', false)).toContain('demo');
    expect(localReceiverRefusal('https://receiver.example', false)).toBeNull();
    expect(localReceiverRefusal('', false)).toBeNull();
    expect(receiverOf('http://127.0.0.1', 's').isLocal).toBe(true);
    expect(receiverOf('https://receiver.example', 's').isLocal).toBe(false);
  });
});

describe('the secret of a receiver', () => {
  const ofBytes = (count: number): string => `whsec_${Buffer.alloc(count, 7).toString('base64')}`;

  it.each(['x'.repeat(32), ofBytes(24), ofBytes(64)])('may be %s', (secret) => {
    expect(webhookSecretRefusal(secret)).toBeNull();
  });

  it.each(['x'.repeat(31), `${'x'.repeat(32)} `, 'ü'.repeat(32), ofBytes(23), ofBytes(65), `whsec_${'?'.repeat(32)}`])(
    'may not be %s',
    (secret) => {
      expect(webhookSecretRefusal(secret)).toMatch(/^must /);
    },
  );
});
