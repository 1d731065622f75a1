import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { currentTraceparent } from '../../libs/telemetry/traceparent.codec.js';
import type { Viewer } from '../looking/looking.fact.js';
import { PAGES_SETTINGS, type PagesSettings } from '../pages.settings.js';
import { filingEvent, type Filing } from './filing-event.codec.js';

/** Milliseconds to wait for intake, which itself gives up on the log after 5 s. */
const LONGEST_WAIT = 10_000;
/** Events of which the time is remembered: more than can be sent twice by mistake at a time. */
const MOST_REMEMBERED = 1_000;

/** What became of what was filed. `refused` names the paths of the event's members that are at fault. */
export type Outcome =
  { readonly kind: 'taken' | 'not-allowed' | 'away' } | { readonly kind: 'refused'; readonly paths: readonly string[] };

/** Sends to intake, by its HTTP contract, what is filed on the pages. */
@Injectable()
export class IntakeClient {
  /** By event id: sent again, an event is the same to the millisecond, so that it counts as a duplicate. */
  readonly #times = new Map<string, string>();

  constructor(
    @Inject(PAGES_SETTINGS) private readonly settings: PagesSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async file(filing: Filing, viewer: Viewer): Promise<Outcome> {
    const event = filingEvent(filing);
    const token = this.settings.tokenOf(viewer);
    const traceparent = currentTraceparent();
    const response = await fetch(new URL('/v1/events', this.settings.intakeUrl()), {
      method: 'POST',
      headers: {
        'content-type': 'application/cloudevents+json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(traceparent === undefined ? {} : { traceparent }),
      },
      body: JSON.stringify({ ...event, time: this.timeOf(event.id) }),
      signal: AbortSignal.timeout(LONGEST_WAIT),
    }).catch(() => null);
    return response === null ? { kind: 'away' } : outcomeOf(response);
  }

  private timeOf(id: string): string {
    const time = this.#times.get(id) ?? new Date(this.clock()).toISOString();
    this.#times.set(id, time);
    const [oldest] = this.#times.keys();
    if (this.#times.size > MOST_REMEMBERED && oldest !== undefined) this.#times.delete(oldest);
    return time;
  }
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.status === 202) return { kind: 'taken' };
  if (response.status === 401 || response.status === 403) return { kind: 'not-allowed' };
  if (response.status !== 400 && response.status !== 413) return { kind: 'away' };
  const problem = (await response.json().catch(() => null)) as Problem | null;
  return { kind: 'refused', paths: (problem?.errors ?? []).map(({ path }) => path ?? '') };
}

/** What is read of a problem. */
interface Problem {
  readonly errors?: readonly { readonly path?: string }[];
}
