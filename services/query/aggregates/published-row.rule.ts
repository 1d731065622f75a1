import { toNearestFive } from '../../../libs/disclosure/rounding.rule.js';
import type { AggregateRow } from '../../../libs/publication/aggregate-row.fact.js';

/** A reported value may differ so far from numerator ÷ denominator, by which it was rounded. */
const SAME_SHARE = 0.005;

/** What a reported figure, or a row of one, has. */
export type Shown = Pick<AggregateRow, 'value' | 'numerator' | 'denominator' | 'interval' | 'status'>;

/** A row as everybody may see it, its counted figures being controlled already. */
export function publishedRow(row: AggregateRow, small: number): AggregateRow {
  return row.evidence.kind === 'reported' ? publishedFigure(row, small) : row;
}

/**
 * A reported figure with counts is computed anew from the rounded counts, as a share or as a percentage, whichever it was
 * reported as; where one of them is small, or the value is neither, it is suppressed. One without counts is what somebody
 * else published, and stands as reported. Source: contract, interfaces, "Controlled".
 */
export function publishedFigure<Figure extends Shown>(figure: Figure, small: number): Figure {
  if (figure.numerator === null && figure.denominator === null) return figure;
  const { value, numerator, denominator, status } = figure;
  const suppressed: Figure = {
    ...figure,
    value: null,
    numerator: null,
    denominator: null,
    interval: null,
    status: ['c', ...status.filter((mark) => mark !== 'c')],
  };
  if (value === null || numerator === null || denominator === null || denominator === 0) return suppressed;
  if ([numerator, denominator, denominator - numerator].some((count) => isSmall(count, small))) return suppressed;
  const scale = scaleOf(value, numerator / denominator);
  if (scale === null) return suppressed;
  const shown = { numerator: toNearestFive(numerator), denominator: toNearestFive(denominator) };
  const percent = Math.round((100 * shown.numerator) / shown.denominator);
  return { ...figure, ...shown, interval: null, value: (percent * scale) / 100 };
}

function isSmall(count: number, small: number): boolean {
  return count !== 0 && Math.abs(count) < small;
}

/** 1 for a share, 100 for a percentage, `null` where a value is neither. */
function scaleOf(value: number, share: number): 1 | 100 | null {
  if (Math.abs(value - share) <= SAME_SHARE) return 1;
  if (Math.abs(value / 100 - share) <= SAME_SHARE) return 100;
  return null;
}
