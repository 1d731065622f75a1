import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { signedHeaders } from './signature.codec.js';

describe('a signature', () => {
  it('is that of the example of Standard Webhooks', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', at: 1_614_265_330_999 };
    expect(signedHeaders(secret, message)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is made with a plain secret as it stands', () => {
    const secret = 'a plain secret of more than 32 characters';
    const { 'webhook-signature': signature } = signedHeaders(secret, { id: 'i', body: 'ü', at: 5_000 });
    expect(signature).toBe(`v1,${createHmac('sha256', secret).update('i.5.ü').digest('base64')}`);
  });
});
