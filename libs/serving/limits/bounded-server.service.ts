import { createServer, type RequestListener } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { LimitSettings } from './limits.settings.js';

/** Milliseconds within which the headers of a request must have arrived. */
const HEADERS_WITHIN = 10_000;
/** Milliseconds after which a connection is closed on which nothing has moved. Streams beat every 15 s. */
const SILENT_FOR = 120_000;
/** Milliseconds from one look for requests that take too long to the next. */
const BETWEEN_LOOKS = 1_000;

/**
 * An HTTP server that waits for nobody: a request that arrives too slowly is ended with 408, a silent connection is closed, and
 * more connections than `connections` are not taken.
 */
export class BoundedServer extends ExpressAdapter {
  constructor(
    private readonly bounds: Pick<LimitSettings, 'connections' | 'requestSeconds'>,
    private readonly headersWithin = HEADERS_WITHIN,
  ) {
    super();
  }

  override initHttpServer(): void {
    const requestTimeout = this.bounds.requestSeconds * 1_000;
    const headersTimeout = Math.min(this.headersWithin, requestTimeout);
    const server = createServer(
      { headersTimeout, requestTimeout, connectionsCheckingInterval: BETWEEN_LOOKS },
      this.getInstance<RequestListener>(),
    );
    server.maxConnections = this.bounds.connections;
    server.setTimeout(SILENT_FOR);
    this.httpServer = server;
  }
}
