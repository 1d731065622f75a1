import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { decodeFacts } from '../../../libs/events/case.codec.js';
import { EVENT_LOG, type EventLog } from '../../../libs/log/event-log.port.js';
import { partitionOf } from '../../../libs/log/partitioner.rule.js';
import { CaseState } from '../../../libs/measures/fold/case-state.measure.js';
import { programOf, type Program } from '../../../libs/measures/fold/program.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf } from '../../../libs/register/register-rules.rule.js';
import { ENGINE_STORE, type EngineStore, type QuarantineEntry } from '../../../libs/store/engine-store.port.js';
import { MEASURES, REGISTER } from '../query.settings.js';
import { eventToReplay, standingIn, type Standing } from './standing.rule.js';

/** Says of quarantined events what would become of them now, by what is stored of their cases. */
@Injectable()
export class EntryStandings {
  private readonly program: Program;

  constructor(
    @Inject(ENGINE_STORE) private readonly store: EngineStore,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(MEASURES) measures: readonly Measure[],
    @Inject(REGISTER) register: Register,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.program = programOf(measures, rulesOf(register));
  }

  /** Rejects with LogUnavailable or StoreUnavailable. */
  async of(entry: QuarantineEntry): Promise<Standing> {
    const checked = eventToReplay(entry, this.clock());
    if (!checked.ok) return { standing: 'refused', refusal: checked.refusal };
    const { event } = checked;
    const state = await this.caseOf(event.subject);
    return standingIn(state, event, event.recorded?.at ?? entry.appendedAt, this.program);
  }

  private async caseOf(subject: string): Promise<CaseState> {
    const generation = await this.store.currentGeneration();
    if (generation === null) return CaseState.empty();
    const partition = partitionOf(subject, await this.log.partitionCount());
    const [stored] = await this.store.readCases(generation, partition, [subject]);
    return stored === undefined ? CaseState.empty() : new CaseState(decodeFacts(stored.facts), stored.through);
  }
}
