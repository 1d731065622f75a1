import type { AggregateRow } from './aggregate-row.fact.js';
import type { Change, ComparedMember } from './differences.rule.js';
import { distanceInWords, valueInWords } from './figure-in-words.rule.js';

const MOST_DECIMALS = 6;

/** What else may have changed, as it is called. */
const NAMES: Readonly<Record<ComparedMember, string>> = {
  value: 'the value',
  numerator: 'the numerator',
  denominator: 'the denominator',
  interval: 'the interval',
  unit: 'the unit',
  status: 'the marks',
  text: 'the text',
  title: 'the title',
  commitments: 'the commitments',
};

/** A change as one sentence in plain English. */
export function changeInWords(change: Change): string {
  const { before, after } = change;
  const name = nameInWords(change);
  if (before === null) return `${name} is new${after === null ? '' : `: ${shown(after)}`}.`;
  if (after === null) return `${name} is no longer there. It was ${shown(before)}.`;
  if (change.members.includes('value')) return `${name} ${valueMoved(change, before, after)}.`;
  if (change.members.includes('text') && before.value === null) return `${name} has another text.`;
  return `${name} stays ${shown(after)}. What changed: ${inARow(change.members.map((member) => detail(member, before, after)))}.`;
}

/** All changes of a release, a sentence a line, with a first line that counts them. */
export function changesInWords(changes: readonly Change[], supersedes: string | null): string {
  if (supersedes === null) return 'This is the first release of the year.\n';
  if (changes.length === 0) return `Nothing changed since release ${supersedes}.\n`;
  const rows = changes.length === 1 ? '1 row changed' : `${changes.length} rows changed`;
  return [`${rows} since release ${supersedes}.`, ...changes.map(changeInWords)].map((line) => `${line}\n`).join('');
}

function nameInWords({ framework, title, evidence }: Change): string {
  const by = evidence.measure ?? evidence.kind;
  return `${framework} “${title}” (${by}${evidence.relation === 'proxy' ? ', related' : ''})`;
}

function shown(row: AggregateRow): string {
  return row.value === null && row.text !== null ? 'a text' : valueInWords(row);
}

function valueMoved({ size }: Change, before: AggregateRow, after: AggregateRow): string {
  const decimals = decimalsThatTellApart(before, after);
  const moved = `went from ${valueInWords(before, decimals)} to ${valueInWords(after, decimals)}`;
  if (size === null || size === 0) return moved;
  return `${moved}, ${size > 0 ? 'up' : 'down'} by ${distanceInWords(size, after.unit, decimals)}`;
}

/** As few as show that two values differ. */
function decimalsThatTellApart(before: AggregateRow, after: AggregateRow): number {
  let decimals = 1;
  while (decimals < MOST_DECIMALS && valueInWords(before, decimals) === valueInWords(after, decimals)) decimals += 1;
  return decimals;
}

function detail(member: ComparedMember, before: AggregateRow, after: AggregateRow): string {
  if (member !== 'numerator' && member !== 'denominator') return NAMES[member];
  return `${NAMES[member]} from ${before[member] ?? 'none'} to ${after[member] ?? 'none'}`;
}

function inARow(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
