import type { Observation } from '../../libs/measures/figures/observe.measure.js';
import type { Measure } from '../../libs/measures/measure.measure.js';

/** How the figures of an audience are made, as it knows itself. */
export interface KnownRules {
  readonly small: number;
  /** Counts are to the nearest 5. */
  readonly isRounded: boolean;
  /** Suppressed counts may be large ones. */
  readonly hasSecondary: boolean;
  /** Medians are shown from 20 on, and only then. */
  readonly tellsTwenty: boolean;
}

/** What a row tells of one count: its bounds, and whether it is suppressed. */
export interface Told {
  readonly quantity: string;
  readonly least: number;
  readonly greatest: number;
  readonly isSuppressed: boolean;
}

/** The counts of a row. Days and weeks of a breakdown are withheld whatever they are, 0 too. */
export function countsToldBy(
  measure: Measure,
  row: Observation,
  rules: KnownRules,
  isWithheld: boolean,
): readonly Told[] {
  const told = (quantity: string, shown: number | null | undefined): Told => ({
    quantity,
    ...boundsOf(shown ?? null, rules, isWithheld),
  });
  const isNothing = row.status.includes('z');
  switch (measure.kind) {
    case 'count':
    case 'stock':
      return [told('all', row.value)];
    case 'proportion':
    case 'limit':
      return [told('all', row.denominator), told('yes', row.numerator)];
    case 'time': {
      const all = told('all', row.denominator);
      if (all.isSuppressed || isNothing || !rules.tellsTwenty) return [all];
      return [
        row.value === null
          ? { ...all, greatest: Math.min(all.greatest, 19) }
          : { ...all, least: Math.max(all.least, 20) },
      ];
    }
    case 'mean':
      return [told('all', row.denominator)];
    case 'shares':
      return [
        told('all', isNothing ? 0 : row.value),
        ...(measure.parts ?? []).map((part) => told(part, row.parts?.[part])),
      ];
  }
}

function boundsOf(shown: number | null, rules: KnownRules, isWithheld: boolean): Omit<Told, 'quantity'> {
  const { small, isRounded, hasSecondary } = rules;
  if (shown === null) {
    return { least: isWithheld ? 0 : 1, greatest: hasSecondary ? Infinity : small - 1, isSuppressed: true };
  }
  if (shown === 0) return { least: 0, greatest: 0, isSuppressed: false };
  const away = isRounded ? 2 : 0;
  return { least: Math.max(small, shown - away), greatest: shown + away, isSuppressed: false };
}
