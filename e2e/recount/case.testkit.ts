import type { LoggedEvent } from './recount.oracle.js';

const SOURCE = 'urn:example:oracle';

/** Builds the synthetic events of one subject: each is recorded when it happens unless it says otherwise. */
export class CaseBuilder {
  readonly events: LoggedEvent[] = [];
  readonly #subject: string;

  constructor(subject = 'CASE-000001') {
    this.#subject = subject;
  }

  /** A fact of this short type at this time (a date alone: noon), with an id of its own. Returns the builder. */
  add(
    type: string,
    time: string,
    data: Readonly<Record<string, unknown>> = {},
    given: { readonly id?: string; readonly recorded?: string } = {},
  ): this {
    const at = instantText(time);
    this.events.push({
      value: {
        specversion: '1.0',
        id: given.id ?? `${this.#subject}-${this.events.length}`,
        source: SOURCE,
        type: `charter.${type}.v1`,
        time: at,
        subject: this.#subject,
        recordedtime: given.recorded === undefined ? at : instantText(given.recorded),
        data,
      },
    });
    return this;
  }

  /** A correction of the fact with this id. */
  correct(id: string, time: string, stated: Readonly<Record<string, unknown>>): this {
    return this.add('fact.corrected', time, { source: SOURCE, id, ...stated });
  }

  /** A withdrawal of the fact with this id. */
  withdraw(id: string, time: string): this {
    return this.add('fact.withdrawn', time, { source: SOURCE, id, reason: 'entered-in-error' });
  }
}

function instantText(time: string): string {
  return time.length === 'YYYY-MM-DD'.length ? `${time}T12:00:00Z` : time;
}
