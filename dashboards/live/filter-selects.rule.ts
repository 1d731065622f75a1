import type { Definition, DimensionsAnswer } from '../query-client/answers.fact.js';
import { codeName } from './code-names.rule.js';
import { filters, type FilterName, type MeasureChoice } from './measure-choice.parser.js';

/** A choice of one code of a dimension. */
export interface FilterSelect {
  readonly name: FilterName;
  readonly title: string;
  /** What no choice is called. */
  readonly all: string;
  readonly chosen: string | null;
  readonly codes: readonly { readonly code: string; readonly name: string }[];
}

/** The filters that a measure has, with their codes by name. */
export function selectsOf(
  { id, cubes }: Pick<Definition, 'id' | 'cubes'>,
  dimensions: DimensionsAnswer['dimensions'],
  { filter }: MeasureChoice,
): readonly FilterSelect[] {
  return filters
    .filter(({ dimension }) => cubes.some((cube) => cube.includes(dimension)))
    .map(({ name, dimension, title, all }) => {
      const listed = dimensions.find((one) => one.name === dimension)?.codes ?? [];
      const codes = listed
        .filter(({ onlyFor }) => onlyFor === undefined || onlyFor.includes(id))
        .map(({ code, name: registered }) => ({ code, name: registered ?? codeName(code) }));
      return { name, title, all, chosen: filter[name] ?? null, codes };
    });
}

/** The place that the figures are of, in words: `Scottish Child Payment, online`. */
export function placeOf(selects: readonly FilterSelect[]): string {
  const chosen = selects.flatMap(({ chosen: code, codes }) => codes.find((one) => one.code === code)?.name ?? []);
  return chosen.length === 0 ? 'all benefits' : chosen.join(', ');
}
