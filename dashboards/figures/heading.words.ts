import type { Definition } from '../query-client/answers.fact.js';
import { compared, type Comparison, type Shown } from './comparison.rule.js';
import { type Phrases, phrasesOf } from './figure.words.js';
import { firstThatIsShort, uncapitalised } from './sentence.words.js';
import { isLength, mostOf, statementOf } from './statement.words.js';
import type { StoryPoint } from './story-point.story.js';
import { isShare } from './units.words.js';

type Measure = Pick<Definition, 'id' | 'version' | 'kind' | 'unit' | 'title' | 'betterWhen' | 'cohort'>;
type Counted = StoryPoint & Shown;

/**
 * The message of a series: how its last whole period compares with the one before, or what can be said instead.
 * Of a cohort measure only periods that are no longer provisional are compared (contract: measures, "Kinds").
 */
export function headingOf(measure: Measure, points: readonly StoryPoint[]): string {
  if (points.length === 0) return 'No figures yet';
  if (points.length > 1 && points.every(({ text }) => text === '[z]')) return 'Nothing was counted in any period shown';
  const last = points.findLastIndex((point) => point.complete && !(measure.cohort && point.provisional));
  const [before, latest] = [points[last - 1], points[last]].map((point) => unmistakable(point, points.slice(last + 1)));
  if (latest === undefined) return unfinished(measure, points);
  const own = statementOf(measure, latest);
  if (before === undefined || !isCounted(latest) || !isCounted(before) || latest.marks.includes('b')) return own;
  return firstThatIsShort([comparison(measure, latest, before), own]);
}

/** A period with its year, where one that follows has the same name. */
function unmistakable(point: StoryPoint | undefined, following: readonly StoryPoint[]): StoryPoint | undefined {
  if (point === undefined || following.every(({ name }) => name !== point.name)) return point;
  return { ...point, name: point.label, during: point.duringInFull };
}

/** What can be said of periods that are not to be compared yet. */
function unfinished(measure: Measure, points: readonly StoryPoint[]): string {
  const latest = points.findLast(isCounted);
  if (latest === undefined) return 'No figures yet';
  const { things, did } = phrasesOf(measure);
  if (measure.cohort) {
    return firstThatIsShort([`It is too early to say how many ${things} ${did}`, 'It is too early to say']);
  }
  const own = statementOf(measure, latest);
  return firstThatIsShort([`So far, ${uncapitalised(own)}`, own]);
}

function isCounted(point: StoryPoint): point is Counted {
  return point.value !== null;
}

function comparison(measure: Measure, latest: Counted, before: Counted): string {
  const phrases = phrasesOf(measure);
  const how = compared(measure.kind, latest, before);
  if (isLength(measure.kind)) return `${phrases.took} ${lengths[how]}${versus(how, latest, before)}`;
  if (isExtreme(measure, latest)) {
    return statementOf(measure, latest) + (latest.value === before.value ? `, as ${before.during}` : '');
  }
  if (isShare(measure.kind)) return comparisonOfShares(phrases, how, latest, before);
  if (measure.kind === 'shares' && mostOf(latest) !== null) return comparisonOfOutcomes(measure, latest, before);
  return `${counts[how]} ${phrases.things} ${phrases.did}${versus(how, latest, before)}`;
}

/** None, or all: what needs no comparison. */
function isExtreme({ kind }: Measure, { value }: Counted): boolean {
  return value === 0 || (isShare(kind) && value === 1);
}

/** `Fewer decisions` only where the number fell as well as the share; otherwise it is the share that did. */
function comparisonOfShares({ things, did }: Phrases, how: Comparison, latest: Counted, before: Counted): string {
  if (how === 'unclear') {
    return `No clear change between ${before.name} and ${latest.name} in the share of ${things} that ${did}`;
  }
  const isAlsoOfNumbers = numbersMoved(latest, before) === how;
  const amount = isAlsoOfNumbers ? counts[how] : shares[how];
  return `${amount} ${things} ${did}${versus(how, latest, before)}`;
}

function numbersMoved(latest: Counted, before: Counted): 'more' | 'less' | null {
  if (latest.numerator === null || before.numerator === null || latest.numerator === before.numerator) return null;
  return latest.numerator > before.numerator ? 'more' : 'less';
}

function comparisonOfOutcomes(measure: Measure, latest: Counted, before: Counted): string {
  const isAsBefore = mostOf(latest)?.code === mostOf(before)?.code && latest.parts.length > 0;
  const isAll = mostOf(latest)?.share === 1;
  const wasAll = mostOf(before)?.share === 1;
  return statementOf(measure, latest) + (isAsBefore && isAll === wasAll ? `, as ${before.during}` : '');
}

function versus(how: Comparison, latest: Counted, before: Counted): string {
  return ` ${latest.during} ${how === 'same' ? 'as' : 'than'} ${before.during}`;
}

const counts: Readonly<Record<Comparison, string>> = {
  more: 'More',
  less: 'Fewer',
  same: 'About as many',
  unclear: 'About as many',
};

const shares: Readonly<Record<Comparison, string>> = {
  more: 'A larger share of',
  less: 'A smaller share of',
  same: 'About the same share of',
  unclear: 'About the same share of',
};

const lengths: Readonly<Record<Comparison, string>> = {
  more: 'longer',
  less: 'less time',
  same: 'about as long',
  unclear: 'about as long',
};
