import type { Day } from '../calendars/local-date.calendar.js';
import type { FactOf } from '../events/fact-catalogue.fact.js';
import type { FactName } from '../events/fact-name.fact.js';
import { fulfilmentsOf } from './journeys/fulfilment.journey.js';
import type { Claim } from './journeys/claim.journey.js';
import { countLimit } from './kinds/limit.kind.js';
import { countTime } from './kinds/time.kind.js';
import { no, yes, type Count } from './measure.measure.js';
import type { Rules } from './rules.measure.js';

/*
 * Shapes that measures share. Each takes what of a journey is counted (`each`), and by name the members of it that say
 * when and what: a measure of an existing shape is a declaration and nothing else.
 */

type Contribute<View> = (view: View, rules: Rules, count: Count) => void;
type Each<View, Item> = (view: View) => readonly Item[];
/** The members of an item that have a value of a type. */
type NamesOf<Item, Value> = { [Name in keyof Item]-?: Item[Name] extends Value ? Name : never }[keyof Item];

/** The journey itself is what is counted. */
export function itself<View>(view: View): readonly View[] {
  return [view];
}

/** Counts every item that has the day, on it. */
export function countOn<View, Item>(each: Each<View, Item>, on: NamesOf<Item, Day | null>): Contribute<View> {
  return (view, _rules, count) => {
    for (const item of each(view)) {
      const day = dayOf(item, on);
      if (day !== null) count(day, 0);
    }
  };
}

/** Of the items that have the day, the proportion for which something is true. */
export function proportionOn<View, Item>(
  each: Each<View, Item>,
  on: NamesOf<Item, Day | null>,
  holds: NamesOf<Item, boolean>,
): Contribute<View> {
  return (view, _rules, count) => {
    for (const item of each(view)) {
      const day = dayOf(item, on);
      if (day !== null) count(day, item[holds] === true ? yes : no);
    }
  };
}

/** Working days from one day to another, on the later one; items that lack either or end before they start are left out. */
export function timeBetween<View, Item>(
  each: Each<View, Item>,
  from: NamesOf<Item, Day | null>,
  to: NamesOf<Item, Day | null>,
): Contribute<View> {
  return (view, { calendar }, count) => {
    for (const item of each(view)) {
      const [start, end] = [dayOf(item, from), dayOf(item, to)];
      if (start !== null && end !== null && start <= end) countTime(start, end, calendar, count);
    }
  };
}

/** Items that have the day, by what they came to. */
export function sharesBy<View, Item>(
  each: Each<View, Item>,
  on: NamesOf<Item, Day | null>,
  outcome: NamesOf<Item, string | null>,
  parts: readonly string[],
): Contribute<View> {
  return (view, _rules, count) => {
    for (const item of each(view)) {
      const day = dayOf(item, on);
      if (day !== null) count(day, parts.indexOf(String(item[outcome])));
    }
  };
}

/** The mean of a quantity over the items that have the day, and the quantity. */
export function meanOn<View, Item>(
  each: Each<View, Item>,
  on: NamesOf<Item, Day | null>,
  quantity: NamesOf<Item, number | null>,
): Contribute<View> {
  return (view, _rules, count) => {
    for (const item of each(view)) {
      const [day, value] = [dayOf(item, on), dayOf(item, quantity)];
      if (day !== null && value !== null) count(day, value);
    }
  };
}

/** Items against a due date that they state themselves. */
export function limitBy<View, Item>(
  each: Each<View, Item>,
  due: NamesOf<Item, Day | null>,
  end: NamesOf<Item, Day | null>,
): Contribute<View> {
  return (view, { calendar }, count) => {
    for (const item of each(view)) countLimit(dayOf(item, due), dayOf(item, end), calendar, count);
  };
}

/**
 * Of what one fact asks for, by ref, the proportion that another has fulfilled; on the day it was asked for. Of some
 * requests only, where `isMeant` says so.
 */
export function fulfilmentOf<Begin extends FactName>(
  begin: Begin,
  end: FactName,
  isMeant: (request: FactOf<Begin>) => boolean = () => true,
): Contribute<Claim> {
  return proportionOn((claim) => fulfilmentsOf(claim, begin, end, isMeant), 'requestedDay', 'fulfilled');
}

function dayOf<Item>(item: Item, name: keyof Item): number | null {
  const value = item[name];
  return typeof value === 'number' ? value : null;
}
