import type { Charter, Commitment, Edition, FrameworkMeasure, Heading } from '../../../libs/register/charter.fact.js';

/** A commitment of one edition with its place among the editions. */
export interface CommitmentRow extends Pick<Commitment, 'id' | 'title' | 'section' | 'responsible' | 'confidence'> {
  readonly edition: string;
  /** First and last day in force; `to` is `null` for the edition in force now. */
  readonly inForce: Pick<Edition, 'from' | 'to'>;
  /** Ids of the edition before. */
  readonly continues: readonly string[];
  /** Ids of the edition after. */
  readonly continuedBy: readonly string[];
}

/** The commitments of every edition, in the register's order. */
export function commitmentRows({ editions }: Pick<Charter, 'editions'>): readonly CommitmentRow[] {
  return editions.flatMap(({ id: edition, from, to, commitments }, index) => {
    const after = editions[index + 1]?.commitments ?? [];
    return commitments.map(({ id, title, section, responsible, confidence, continues = [] }) => ({
      edition,
      id,
      title,
      section,
      responsible,
      confidence,
      inForce: { from, to },
      continues,
      continuedBy: after.filter((later) => later.continues?.includes(id)).map((later) => later.id),
    }));
  });
}

/** A commitment by its two names. */
type Named = Pick<CommitmentRow, 'edition' | 'id'>;

/** A commitment and those of earlier editions that it carries on, directly or through others. */
export function lineageOf({ edition, id }: Named, charter: Pick<Charter, 'editions'>): readonly Named[] {
  const index = charter.editions.findIndex((one) => one.id === edition);
  const before = charter.editions[index - 1];
  const continues = charter.editions[index]?.commitments.find((one) => one.id === id)?.continues ?? [];
  if (before === undefined) return [{ edition, id }];
  return [{ edition, id }, ...continues.flatMap((earlier) => lineageOf({ edition: before.id, id: earlier }, charter))];
}

/** The framework's measures of a commitment, in the register's order: also those of what it carries on. */
export function frameworkOf(
  lineage: readonly Named[],
  { measures }: Pick<Charter, 'measures'>,
): readonly FrameworkMeasure[] {
  return measures.filter(({ commitments }) =>
    commitments.some(({ edition, id }) => lineage.some((one) => one.edition === edition && one.id === id)),
  );
}

/** Ids of the headings that a commitment stands under, itself or by what it carries on: they name commitments of 2019. */
export function headingsOf(lineage: readonly Named[], headings: readonly Heading[]): readonly string[] {
  const of2019 = lineage.filter(({ edition }) => edition === '2019').map(({ id }) => id);
  return headings
    .filter(({ commitments2019 }) => of2019.some((id) => commitments2019.includes(id)))
    .map(({ id }) => id);
}
