import type { Measure } from '../../../libs/measures/measure.measure.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { dimensionsOf } from '../definitions/dimensions.rule.js';

/** A code by which figures can be broken down or filtered. */
export interface ListedCode {
  readonly code: string;
  /** As the register has it; `null` for what it does not name. */
  readonly name: string | null;
  /** Ids of the measures that know the code; absent where all that have the dimension do. */
  readonly onlyFor?: readonly string[];
}

export interface ListedDimension {
  readonly name: string;
  /** Worked out when asked, from how long something has stood open; not stated by any fact. */
  readonly derived: boolean;
  readonly codes: readonly ListedCode[];
  /** Ids of the computed measures that have it. */
  readonly measures: readonly string[];
}

/** Every dimension that some measure has, in the measures' order, with all the codes it has for any of them. */
export function dimensionList(
  measures: readonly Measure[],
  { benefits, councilAreas }: Pick<Register, 'benefits' | 'councilAreas'>,
): readonly ListedDimension[] {
  const names = new Map([...benefits, ...councilAreas].map(({ code, name }) => [code, name]));
  const places = measures.flatMap(({ id, derivedDimensions = [], ...measure }) =>
    dimensionsOf({ id, derivedDimensions, ...measure }).map(({ name, codes }) => ({
      id,
      name,
      codes,
      derived: derivedDimensions.some((derived) => derived === name),
    })),
  );
  return [...Map.groupBy(places, ({ name }) => name)].map(([name, having]) => ({
    name,
    derived: having.some(({ derived }) => derived),
    codes: [...new Set(having.flatMap(({ codes }) => codes))].map((code) => {
      const knowing = having.filter(({ codes }) => codes.includes(code)).map(({ id }) => id);
      const onlyFor = knowing.length < having.length ? { onlyFor: knowing } : {};
      return { code, name: names.get(code) ?? null, ...onlyFor };
    }),
    measures: having.map(({ id }) => id),
  }));
}
