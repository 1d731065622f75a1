import type { Charter, Relation } from '../../../libs/register/charter.fact.js';
import { commitmentRows, frameworkOf, lineageOf, type CommitmentRow } from './commitment-rows.rule.js';
import { measureIdBehind } from './measure-behind.rule.js';

/** A framework measure that a computed measure stands for, directly or as a proxy. */
export interface Evidenced {
  readonly framework: string;
  readonly title: string;
  readonly relation: Relation;
  /** What the framework measure is about, in the register's order: also commitments that carry those on. */
  readonly commitments: readonly Pick<CommitmentRow, 'edition' | 'id' | 'title'>[];
}

/** What the computed measure of an id stands for, in the register's order. */
export function evidencedIn(
  charter: Pick<Charter, 'editions' | 'measures'>,
): (measure: string) => readonly Evidenced[] {
  const promises = commitmentRows(charter).map((row) => ({
    commitment: { edition: row.edition, id: row.id, title: row.title },
    framework: frameworkOf(lineageOf(row, charter), charter),
  }));
  return (measure) =>
    charter.measures.flatMap((framework) =>
      framework.evidencedBy
        .filter((evidence) => measureIdBehind(evidence) === measure)
        .map(({ relation }) => ({
          framework: framework.id,
          title: framework.title,
          relation,
          commitments: promises.filter((one) => one.framework.includes(framework)).map(({ commitment }) => commitment),
        })),
    );
}
