import { createHmac } from 'node:crypto';
import { keyOf } from './webhook.settings.js';

/**
 * The headers by which a receiver knows a message, and that it is ours (Standard Webhooks 1.0): HMAC-SHA256 over id, time
 * of sending in seconds and body, joined by full stops.
 */
export function signedHeaders(
  secret: string,
  { id, body, at }: { readonly id: string; readonly body: string; readonly at: number },
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(at / 1_000));
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
