import { type BeforeApplicationShutdown, Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires, StaysOpen } from '../../libs/access/access.guard.js';
import { Rendering } from '../layout/rendering.service.js';
import { AttentionChanges } from './attention-changes.service.js';
import { Changes } from './changes.service.js';

const HEARTBEAT_MS = 15_000;
/** Bytes that may wait for a reader; one that does not read is dropped. */
const MOST_WAITING = 16_384;

/** Tells open pages that there is something new; they then ask for themselves. */
@Controller('live/changes')
@Requires('look-at-pages')
@StaysOpen(true)
export class ChangesController implements BeforeApplicationShutdown {
  private readonly open = new Set<Response>();

  constructor(
    @Inject(Changes) private readonly changes: Changes,
    @Inject(AttentionChanges) private readonly attention: AttentionChanges,
    @Inject(Rendering) private readonly rendering: Rendering,
  ) {}

  /**
   * Server-sent events: `counted` with how many events the figures hold, `away` while that cannot be told, `still` now
   * and then. `no-transform`: what is compressed would wait until there is enough of it.
   */
  @Get()
  follow(@Req() request: Request, @Res() response: Response): void {
    this.tell(this.changes, request, response);
  }

  /** The same, and `counted` also when a state has changed. */
  @Get('attention')
  followAttention(@Req() request: Request, @Res() response: Response): void {
    this.tell(this.attention, request, response);
  }

  private tell(changes: Pick<Changes, 'tell'>, request: Request, response: Response): void {
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' });
    response.flushHeaders();
    const send = (text: string): void => {
      if (response.writableLength > MOST_WAITING) response.destroy();
      else response.write(text);
    };
    const { looking } = this.rendering.frameOf(request);
    const stop = changes.tell(looking.as, (counted) => {
      send(counted === null ? 'event: away\ndata: \n\n' : `event: counted\ndata: ${counted}\n\n`);
    });
    const heartbeat = setInterval(() => {
      send('event: still\ndata: \n\n');
    }, HEARTBEAT_MS);
    this.open.add(response);
    response.on('close', () => {
      this.open.delete(response);
      clearInterval(heartbeat);
      stop();
    });
  }

  /** Ends every open answer: a connection that stayed open would keep the application from stopping. */
  beforeApplicationShutdown(): void {
    for (const response of this.open) {
      if (response.writableLength > 0) response.destroy();
      else response.end();
    }
  }
}
