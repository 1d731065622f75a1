import { parseDay, type Day } from '../calendars/local-date.calendar.js';
import { periodOf, periodsOverlapping } from '../calendars/period.calendar.js';
import { emptyFigure, type Figure } from '../measures/figures/figure.measure.js';
import { observe, type Observation, type ObjectiveOn } from '../measures/figures/observe.measure.js';
import type { Holdings, Question } from '../measures/figures/question.measure.js';
import { controlledFigure } from './controlled-figure.rule.js';
import { decisionsFor, treatmentAt, type Control, type Decisions } from './decisions.rule.js';
import { quantitiesOf } from './quantities.rule.js';
import { ROUNDED, SMALL, WITHHELD, ZERO, type Treatment } from './suppression.rule.js';

type TreatmentOf = (quantity: number) => Treatment;
type Codes = Readonly<Record<string, string>>;
type Row = Pick<Observation, 'period' | 'start' | 'end' | 'dimensions'>;

/**
 * Answers a question as `observe` does, for those who may see controlled figures only. What is shown of a count hangs on
 * the exact counts as known at K, never on what else was asked. Throws where no safe answer can be given.
 * Source: contract, interfaces, "Controlled".
 */
export function controlledObservations(
  question: Question,
  holdings: Holdings,
  objectiveOn: ObjectiveOn,
  control: Control,
): readonly Observation[] {
  const { measure, by, filter } = question;
  const quantities = quantitiesOf(measure);
  const isBroken = by.length > 0 || Object.keys(filter).length > 0;
  const isShort = question.grain === 'day' || question.grain === 'week';
  const rows =
    isBroken && isShort ? rowsByMonth(question, holdings, objectiveOn) : observe(question, holdings, objectiveOn);
  const treat =
    isBroken && isShort && measure.kind !== 'stock' ? withheldIn : measure.kind === 'stock' ? onDate : within;
  const asked = { question, holdings, control: rememberingWithin(control), wholes: wholesOf(question, holdings) };
  return rows.map((row) => {
    if (row.status.includes('x') || isAheadOfStock(question, row)) return row;
    const treatment = treat(asked, row, { ...filter, ...row.dimensions });
    const { isSuppressed, isNotApplicable, ...figure } = controlledFigure(
      measure,
      row,
      quantities,
      control.small,
      treatment,
    );
    const marks = row.status.filter((mark) => mark !== 'z' && mark !== 'c');
    return {
      ...row,
      ...figure,
      status: [...(isNotApplicable ? ['z' as const] : []), ...(isSuppressed ? ['c' as const] : []), ...marks],
    };
  });
}

interface Asked {
  readonly question: Question;
  readonly holdings: Holdings;
  readonly control: Control;
  /** Of a stock: how many there are in all, by period. */
  readonly wholes: ReadonlyMap<string, number>;
}

/** Decides about a system once for all rows of an answer. */
function rememberingWithin(control: Control): Control {
  const known = new Map<string, Decisions>();
  const remember = control.remember ?? ((_name: string, decide: () => Decisions): Decisions => decide());
  return {
    ...control,
    remember: (name, decide) => {
      const decisions = known.get(name) ?? remember(name, decide);
      known.set(name, decisions);
      return decisions;
    },
  };
}

function wholesOf(question: Question, holdings: Holdings): ReadonlyMap<string, number> {
  if (question.measure.kind !== 'stock') return new Map();
  const wholes = observe({ ...question, by: [], filter: {} }, holdings, () => null);
  return new Map(wholes.map(({ period, value }) => [period, value ?? 0]));
}

/** Months, quarters and years of any breakdown; days and weeks of the whole. */
function within({ question, holdings, control }: Asked, row: Row, codes: Codes): TreatmentOf {
  const { measure, grain, asOf } = question;
  const [start, end] = [dayNamed(row.start), dayNamed(row.end)];
  // A week may lie in two years, each with a reason of its own to suppress it.
  const found = [...new Set([periodOf('year', start).start, periodOf('year', end).start])].map((year) =>
    treatmentAt(decisionsFor(measure, holdings, asOf, year, control), grain, { start }, codes),
  );
  return (quantity) => found.reduce<Treatment>((worst, one) => strictest(worst, one?.(quantity) ?? WITHHELD), ROUNDED);
}

/** A stock's period is its last day, or K: what is known of the day is known whatever the period is called. */
function onDate({ question, holdings, control, wholes }: Asked, row: Row, codes: Codes): TreatmentOf {
  const { measure, asOf } = question;
  const date = Math.min(dayNamed(row.end), asOf);
  if (isBrokenDown(date, asOf)) {
    const decisions = decisionsFor(measure, holdings, asOf, date, control);
    return treatmentAt(decisions, 'month', { start: date }, codes) ?? ((): Treatment => WITHHELD);
  }
  const whole = wholes.get(row.period) ?? 0;
  if (whole === 0) return () => ZERO;
  if (Object.keys(codes).length > 0) return () => WITHHELD;
  return () => (whole < control.small ? SMALL : ROUNDED);
}

/** Nothing but what the whole of the period, and the months it lies in, show to be 0. */
function withheldIn(asked: Asked, row: Row, codes: Codes): TreatmentOf {
  const { question, holdings, control } = asked;
  const whole = within(asked, row, {});
  const months = periodsOverlapping('month', dayNamed(row.start), dayNamed(row.end)).map((month) =>
    treatmentAt(decisionsFor(question.measure, holdings, question.asOf, month.start, control), 'month', month, codes),
  );
  return (quantity) =>
    whole(quantity) === ZERO || months.every((month) => month?.(quantity) === ZERO) ? ZERO : WITHHELD;
}

/**
 * Rows of days or weeks for the combinations of codes that their months have: which of them occur in a short time would
 * itself tell something.
 */
function rowsByMonth(question: Question, holdings: Holdings, objectiveOn: ObjectiveOn): readonly Observation[] {
  const { periods, asOf, measure } = question;
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = periodsOverlapping('month', first.start, last.end);
  const monthly = observe({ ...question, grain: 'month', periods: months }, holdings, objectiveOn);
  const combinations = monthly.filter(({ period }) => period === months[0]?.code).map(({ dimensions }) => dimensions);
  const exact = measure.kind === 'stock' ? observe(question, holdings, objectiveOn) : [];
  return observe({ ...question, by: [], filter: {}, asOf }, holdings, objectiveOn).flatMap((frame) =>
    combinations.map((dimensions) => {
      const same = exact.find((row) => row.period === frame.period && isSame(row.dimensions, dimensions));
      const figure: Figure = same ?? emptyFigure;
      const { value, numerator, denominator, p90, parts } = figure;
      return { ...frame, value, numerator, denominator, p90, parts, interval: null, dimensions };
    }),
  );
}

/** Whether a stock's breakdowns are shown of a date: the ends of months, and K. */
function isBrokenDown(date: Day, asOf: Day): boolean {
  return date === asOf || periodOf('month', date).end === date;
}

/** A stock has no value for a period that begins after K. */
function isAheadOfStock({ measure, asOf }: Question, { start }: Row): boolean {
  return measure.kind === 'stock' && dayNamed(start) > asOf;
}

function strictest(one: Treatment, other: Treatment): Treatment {
  if (one === ROUNDED) return other;
  return other === ROUNDED || other === ZERO ? one : other;
}

function isSame(one: Codes, other: Codes): boolean {
  return Object.entries(one).every(([name, code]) => other[name] === code);
}

function dayNamed(date: string): Day {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`no date: ${date}`);
  return day;
}
