import { lookup as lookUpName, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.rule.js';
import { signedHeaders } from './signature.codec.js';
import { addressIn, type Receiver } from './webhook.settings.js';

/** Milliseconds in which a receiver must have answered. */
export const LONGEST_WAIT = 10_000;

/** What is posted. Posted again it must be the same under the same id. */
export interface Message {
  readonly id: string;
  readonly mediaType: string;
  readonly body: string;
}

/** What became of it: `null`, it was taken (2xx); else why not, without the address. */
export type Failure = string | null;

/** Resolves a name as `dns.lookup` does with all addresses. */
export type ResolveName = (
  name: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface PostOptions {
  /** Milliseconds, as the receiver is told when it was sent. */
  readonly now: number;
  readonly stopped?: AbortSignal;
  readonly longestWait?: number;
  readonly resolveName?: ResolveName;
}

/**
 * Posts a signed message to a receiver. A redirect is not followed: it is a failure as any other answer but 2xx. The very
 * addresses that the name resolves to are looked at before one of them is connected to: none may lie outside the public
 * internet, but for a receiver on this machine, whose must all be its own.
 */
export function post(receiver: Receiver, message: Message, options: PostOptions): Promise<Failure> {
  const { now, stopped, longestWait = LONGEST_WAIT, resolveName = lookUpName } = options;
  const url = new URL(receiver.url);
  const mayBe = receiver.isLocal ? isLoopbackAddress : isPublicAddress;
  const address = addressIn(url.hostname);
  if (address !== null && !mayBe(address)) return Promise.resolve(NOT_PUBLIC);
  const tooLong = AbortSignal.timeout(longestWait);
  const signal = stopped === undefined ? tooLong : AbortSignal.any([tooLong, stopped]);
  const headers = {
    'content-type': message.mediaType,
    'content-length': String(Buffer.byteLength(message.body)),
    'user-agent': 'charter-monitor',
    ...signedHeaders(receiver.secret, { id: message.id, body: message.body, at: now }),
  };
  const open = url.protocol === 'https:' ? requestSecure : requestPlain;
  const lookup = lookupAllowing(mayBe, resolveName);
  const request = open(url, { method: 'POST', headers, agent: false, lookup, signal });
  request.end(message.body);
  return outcomeOf(request, tooLong);
}

const NOT_PUBLIC = 'its address is not of the public internet';

class AddressRefused extends Error {
  readonly code = 'address-refused';
}

function lookupAllowing(mayBe: (address: string) => boolean, resolveName: ResolveName): LookupFunction {
  return (name, options, callback) => {
    resolveName(name, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => mayBe(address))) {
        callback(new AddressRefused(NOT_PUBLIC), '');
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function outcomeOf(request: ClientRequest, tooLong: AbortSignal): Promise<Failure> {
  return new Promise((resolve) => {
    request.on('response', (response: IncomingMessage) => {
      const { statusCode = 0 } = response;
      // What it says beside is passed over, for as long as it may take.
      response.on('error', () => undefined).resume();
      resolve(statusCode >= 200 && statusCode < 300 ? null : `it answered ${String(statusCode)}`);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (tooLong.aborted) resolve('it did not answer in time');
      else if (error instanceof AddressRefused) resolve(error.message);
      else resolve(`it could not be reached (${error.code ?? error.name})`);
    });
  });
}
