import type { FactData } from '../events/fact-catalogue.fact.js';
import type { FactName } from '../events/fact-name.fact.js';

/** A structured CloudEvent as an importer sends it (contract: events, "Envelope"). */
export interface WireEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  /** `charter.<fact>.v1` */
  readonly type: string;
  readonly time: string;
  readonly subject: string;
  readonly recordedtime: string;
  readonly data: FactData[FactName];
}
