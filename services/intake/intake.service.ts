import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../../libs/access/principal.rule.js';
import { CLOCK } from '../../libs/calendars/clock.port.js';
import type { Clock } from '../../libs/calendars/clock.port.js';
import { checkEvent, toWire } from '../../libs/events/envelope.parser.js';
import { EVENT_LOG, LogUnavailable } from '../../libs/log/event-log.port.js';
import type { EventLog, NewRecord } from '../../libs/log/event-log.port.js';
import { admissionOf } from './admission.rule.js';
import { INTAKE_SETTINGS } from './intake.settings.js';
import type { IntakeSettings } from './intake.settings.js';
import type { Receipt, Rejection } from './receipt.rule.js';

/** Takes events: checks each, puts the good ones on the log together, and says what became of all of them. */
@Injectable()
export class IntakeService {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(INTAKE_SETTINGS) private readonly settings: IntakeSettings,
  ) {}

  /**
   * Resolves once every accepted event is durable.
   * @throws LogUnavailable if the log cannot take them or does not answer in time: some may then be on the log.
   */
  async take(events: readonly unknown[], caller: Caller, headers: Readonly<Record<string, string>>): Promise<Receipt> {
    const admission = admissionOf(caller, this.clock());
    const records: NewRecord[] = [];
    const rejected: Rejection[] = [];
    for (const [index, value] of events.entries()) {
      const checked = checkEvent(value, admission);
      if (checked.ok) records.push({ key: checked.event.subject, value: toWire(checked.event), headers });
      else rejected.push({ index, id: checked.id, ...checked.refusal });
    }
    if (records.length > 0) await this.appendInTime(records);
    return { accepted: records.length, rejected };
  }

  private async appendInTime(records: readonly NewRecord[]): Promise<void> {
    const { promise: deadline, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new LogUnavailable(`No answer from the log within ${this.settings.appendDeadlineMs} ms`));
    }, this.settings.appendDeadlineMs);
    try {
      await Promise.race([this.log.append(records), deadline]);
    } finally {
      clearTimeout(timer);
    }
  }
}
