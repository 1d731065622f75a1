import type { Day } from '../calendars/local-date.calendar.js';
import { periodOf, type Grain, type Period } from '../calendars/period.calendar.js';
import { waiting, type Holdings } from '../measures/figures/question.measure.js';
import type { Measure } from '../measures/measure.measure.js';
import { cellAt, type CellSystem, type Plane } from './cell-system.fact.js';
import { systemOf, trunk } from './counting.rule.js';
import { ROUNDED, SMALL, suppressionOf, WITHHELD, withoutSmall, ZERO, type Treatment } from './suppression.rule.js';
import { treeOfDate, treeOfYear } from './time-tree.rule.js';

/** Counts of 1 to 4 are shown to nobody whose figures are controlled. */
const LEAST_SMALL = 5;

/** How controlled figures are made. */
export interface Control {
  /** The smallest count but 0 that may be shown; at least 5. Source: contract, `CHARTER_SMALL`. */
  readonly small: number;
  /**
   * Keeps what was decided for a measure, K and year or date, by name; without it everything is decided anew. Names are
   * those of one generation of figures and one position in it: forget all when either moves.
   */
  readonly remember?: (name: string, decide: () => Decisions) => Decisions;
  /** Only to show what it is for: `false` leaves out secondary suppression. */
  readonly secondary?: boolean;
}

/** What is done with every cell of one system. It depends on the exact counts as known at K only, not on a question. */
export interface Decisions {
  /** All that is known of the counts is kept out: where the cells lie, and what is done with them. */
  readonly system: Omit<CellSystem, 'values' | 'sight' | 'weights'>;
  readonly treatments: Uint8Array;
}

/** Decides about the financial year that a period begins in; for a stock about one date. */
export function decisionsFor(measure: Measure, holdings: Holdings, asOf: Day, start: Day, control: Control): Decisions {
  if (control.small < LEAST_SMALL) throw new RangeError(`counts below ${LEAST_SMALL} are never shown`);
  const remember = control.remember ?? ((_name: string, decide: () => Decisions): Decisions => decide());
  const year = periodOf('year', start);
  const from = measure.kind === 'stock' ? start : year.start;
  return remember(`${measure.id}@${measure.version} ${asOf} ${from} ${control.small}`, () => {
    const time = measure.kind === 'stock' ? treeOfDate(start) : treeOfYear(measure, year);
    const system = systemOf(measure, holdings, asOf, time);
    const looks = { small: control.small, tellsTwenty: measure.kind === 'time' };
    const treatments =
      control.secondary === false ? withoutSmall(system, looks) : suppressionOf(system, looks).treatments;
    const { values: _values, sight: _sight, weights: _weights, ...rest } = system;
    return { system: rest, treatments };
  });
}

/** What is done with a count of a combination of codes in a period; `null` where no cube has such a cell. */
export function treatmentAt(
  { system, treatments }: Decisions,
  grain: Grain,
  { start }: Pick<Period, 'start'>,
  codes: Readonly<Record<string, string>>,
): ((quantity: number) => Treatment) | null {
  const { [waiting.name]: band, ...others } = codes;
  const at = placeOfCodes(others, system);
  if (at === null) return null;
  const offset = band === undefined ? 0 : (system.quantities.named.get(band) ?? null);
  const plane = grain === 'day' ? system.day : grain === 'week' ? system.week : at.plane;
  const periods = grain === 'day' ? system.time.days : grain === 'week' ? system.time.weeks : system.time.periods;
  const length = grain === 'quarter' ? 3 : grain === 'year' ? 12 : 1;
  const period = periods.findIndex(
    (known, index) =>
      known.start === start &&
      (plane === system.day ||
        plane === system.week ||
        system.time.leaves === 1 ||
        system.time.below[index]?.length === length),
  );
  if (offset === null || period < 0) return null;
  const first = cellAt(plane, at.group, period, system);
  return (quantity) => treatmentNamed(treatments[first + offset + quantity]);
}

function treatmentNamed(code: number | undefined): Treatment {
  return code === ROUNDED || code === ZERO || code === SMALL ? code : WITHHELD;
}

function placeOfCodes(
  codes: Readonly<Record<string, string>>,
  system: Decisions['system'],
): { readonly plane: Plane; readonly group: number } | null {
  const { [trunk]: benefit, ...others } = codes;
  const [second, third] = Object.entries(others);
  if (third !== undefined) return null;
  const stem = benefit === undefined ? null : system.benefits.indexOf(benefit);
  if (stem === -1) return null;
  if (second === undefined) {
    return stem === null ? { plane: system.whole, group: 0 } : { plane: system.benefit, group: stem };
  }
  const branch = system.branches.find(({ dimension }) => dimension === second[0]);
  const code = branch?.codes.indexOf(second[1]) ?? -1;
  if (branch === undefined || code === -1) return null;
  return stem === null
    ? { plane: branch.alone, group: code }
    : { plane: branch.byBenefit, group: stem * branch.codes.length + code };
}
