import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { nameOf, type Measure } from '../../../libs/measures/measure.measure.js';
import type { AttentionChange } from '../../../libs/store/attention-store.port.js';

/** A change of state as it is told: what changed, never a figure. */
export interface ChangeTold {
  readonly number: number;
  /** When it was noticed. */
  readonly at: string;
  readonly measure: Pick<Measure, 'id' | 'version' | 'title'>;
  readonly from: string | null;
  readonly to: string;
  /** Code of the period that was judged. */
  readonly period: string;
}

/** A measure that there is no more goes by its id. */
export function changeTold({ number, at, measure: id, version, from, to, period }: AttentionChange): ChangeTold {
  const name = nameOf({ id, version });
  const title = measures.find((measure) => nameOf(measure) === name)?.title ?? id;
  return { number, at: formatInstant(at), measure: { id, version, title }, from, to, period };
}
