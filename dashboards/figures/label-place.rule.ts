import type { Plot } from './plot.rule.js';
import type { StoryPoint } from './story-point.story.js';

/** Where a direct label stands: the foot of its letters, and the end that its text begins from. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const ABOVE = -10;
const BELOW = 22;
const LETTER = 8.5;
const LETTERS = 16;
/** Places on a line's way from one point to the next at which a label would meet it. */
const STEPS = [0, 0.25, 0.5, 0.75] as const;

/** The place of the last value's label, above or below it; `null` without values. */
export function placeOfLast(points: readonly StoryPoint[], plot: Plot): LabelPlace | null {
  const index = points.findLastIndex(({ value }) => value !== null);
  const point = points[index];
  if (point === undefined || point.value === null) return null;
  const x = Math.min(plot.x(index) + 6, plot.right);
  const y = plot.y(point.value);
  const places = [ABOVE, BELOW].map((shift) => ({ x, y: y + shift, anchor: 'end' as const }));
  return freest(places, point.text, points, plot, null);
}

/** The place of the target's label, at one end of its line and away from values and the last value's label. */
export function placeOfTarget(
  points: readonly StoryPoint[],
  plot: Plot,
  text: string,
  last: { readonly place: LabelPlace; readonly text: string } | null,
): LabelPlace | null {
  const target = points.findLast((point) => point.target !== null)?.target ?? null;
  if (target === null) return null;
  const y = plot.y(target);
  const places = [BELOW, ABOVE].flatMap((shift) => [
    { x: plot.left + 4, y: y + shift, anchor: 'start' as const },
    { x: plot.right, y: y + shift, anchor: 'end' as const },
  ]);
  return freest(places, text, points, plot, last === null ? null : boxOf(last.place, last.text));
}

/** Of the places that have room in the drawing, the first that the line and the other label cross least. */
function freest(
  places: readonly LabelPlace[],
  text: string,
  points: readonly StoryPoint[],
  plot: Plot,
  taken: Box | null,
): LabelPlace | null {
  const line = lineThrough(points, plot);
  const costs = places.map((place) => {
    const box = boxOf(place, text);
    const isOutside = box.top < 0 || box.bottom > plot.bottom;
    const meets = taken !== null && overlap(box, taken);
    return line.filter(([x, y]) => holds(box, x, y)).length + (isOutside ? 2_000 : 0) + (meets ? 1_000 : 0);
  });
  return places[costs.indexOf(Math.min(...costs))] ?? null;
}

function lineThrough(points: readonly StoryPoint[], { x, y }: Plot): readonly (readonly [number, number])[] {
  return points.flatMap(({ value }, index) => {
    if (value === null) return [];
    const next = points[index + 1]?.value ?? value;
    return STEPS.map((part) => [x(index + part), y(value + (next - value) * part)] as const);
  });
}

function boxOf({ x, y, anchor }: LabelPlace, text: string): Box {
  const width = text.length * LETTER;
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: y - LETTERS, bottom: y + 4 };
}

function holds({ left, right, top, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
