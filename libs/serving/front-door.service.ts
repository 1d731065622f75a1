import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type Request, type Response } from 'express';
import helmet from 'helmet';
import { observeRequests } from '../telemetry/request-telemetry.service.js';

/** What pages may load: their own styles, scripts and updates, and nothing from anywhere else. */
const directives = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** A form of the pages holds a choice and an address, no more. */
const LARGEST_FORM = '8kb';

/** A filing, or the note of a release, has a text of 2,000 characters, each of which may take twelve bytes. */
const LARGEST_FILING = '64kb';

/**
 * What holds for every answer that leaves the process.
 *
 * @param faroUrl where pages may tell how they fare; `null`: nowhere
 */
export function openDoor(application: NestExpressApplication, faroUrl: string | null = null): void {
  application.use(observeRequests());
  application.use(helmet({ contentSecurityPolicy: policyWith(faroUrl) }));
  application.use(compression({ filter: isWorthCompressing }));
  application.use('/look-as', express.urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 10 }));
  application.use('/privacy', express.urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 10 }));
  application.use('/annual', express.urlencoded({ extended: false, limit: LARGEST_FILING, parameterLimit: 20 }));
  application.disable('x-powered-by');
  application.set('query parser', 'simple');
}

/** Pages may also speak to one other host, if there is one that they tell how they fare. */
function policyWith(faroUrl: string | null): { readonly useDefaults: false; readonly directives: typeof directives } {
  const connectSrc = [...directives.connectSrc, ...(faroUrl === null ? [] : [new URL(faroUrl).origin])];
  return { useDefaults: false, directives: { ...directives, connectSrc } };
}

/** An event stream must arrive as it is written: compression would hold it back until enough has come together. */
function isWorthCompressing(request: Request, response: Response): boolean {
  const isStream = String(response.getHeader('Content-Type')).startsWith('text/event-stream');
  return !isStream && compression.filter(request, response);
}
