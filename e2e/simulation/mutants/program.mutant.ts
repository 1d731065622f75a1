import { localDay } from '../../../libs/calendars/local-date.calendar.js';
import { applicationsReceived } from '../../../libs/measures/applications-received/applications-received.measure.js';
import type { Program } from '../../../libs/measures/fold/program.measure.js';
import type { MeasureOf } from '../../../libs/measures/measure.measure.js';
import { versions, type Version } from '../version.simulation.js';
import type { VirtualClock } from '../world.simulation.js';

/** A measure looks at the clock: claims received long ago are not counted. */
export function readsTheClock(version: Version, clock: VirtualClock): Version {
  const clocked: MeasureOf<'claim'> = {
    ...applicationsReceived,
    contribute: ({ receivedDay }, _rules, count) => {
      if (localDay(clock.now) - receivedDay < 120) count(receivedDay, 0);
    },
  };
  const { program } = version;
  const measures = program.measures.map((measure) => (measure === applicationsReceived ? clocked : measure));
  return { ...version, program: { ...program, measures } };
}

/** The mask forgets a fact that changes where a claim is counted. */
export function forgetsEqualityForms(version: Version): Version {
  const { program } = version;
  const affectedBy: Program['affectedBy'] = new Map([...program.affectedBy, ['equality.form-recorded', []]]);
  return { ...version, program: { ...program, affectedBy } };
}

/** Processes of different versions write into one generation. */
export function sharesAGeneration(version: Version): Version {
  const { fingerprint, layout } = versions[0] ?? version;
  return { ...version, fingerprint, layout };
}
