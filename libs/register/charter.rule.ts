import type { Charter, Edition, FrameworkMeasure, Heading } from './charter.fact.js';
import type { Problem } from './problem.fact.js';
import { repeatedKeys } from './unique.rule.js';

/** The problems of a charter that the schema alone cannot see: names that name nothing, and things named twice. */
export function problemsOfCharter(charter: Charter): readonly Problem[] {
  const { editions, principles, themes, measures, redress } = charter;
  return [
    ...repeatedKeys(principles, '/principles', ({ id }) => id),
    ...repeatedKeys(themes, '/themes', ({ id }) => id),
    ...repeatedKeys(redress, '/redress', ({ step }) => `step ${step}`),
    ...repeatedKeys(editions, '/editions', ({ id }) => `edition ${id}`),
    ...repeatedKeys(measures, '/measures', ({ id }) => id),
    ...problemsOfEditions(charter),
    ...problemsOfHeadings(principles, '/principles', editions),
    ...problemsOfHeadings(themes, '/themes', editions),
    ...measures.flatMap((measure, index) => problemsOfMeasure(measure, `/measures/${index}`, charter)),
  ];
}

function problemsOfEditions({ editions, sections }: Charter): readonly Problem[] {
  return editions.flatMap((edition, index) => {
    const pointer = `/editions/${index}`;
    const before = editions[index - 1];
    return [
      ...(edition.to !== null && edition.to < edition.from
        ? [{ pointer: `${pointer}/to`, what: 'is before from' }]
        : []),
      ...(before !== undefined && (before.to === null || before.to >= edition.from)
        ? [{ pointer: `${pointer}/from`, what: `is before edition ${before.id} ends` }]
        : []),
      ...repeatedKeys(edition.commitments, `${pointer}/commitments`, ({ id }) => id),
      ...edition.commitments.flatMap((commitment, at) => [
        ...unknownSection(commitment.section, `${pointer}/commitments/${at}`, sections),
        ...unknownCommitments(commitment.continues ?? [], `${pointer}/commitments/${at}/continues`, before),
      ]),
    ];
  });
}

/** Headings speak of the 2019 edition, and leave none of its commitments out. */
function problemsOfHeadings(
  headings: readonly Heading[],
  pointer: string,
  editions: readonly Edition[],
): readonly Problem[] {
  const edition = editions.find(({ id }) => id === '2019');
  const placed = new Set(headings.flatMap(({ commitments2019 }) => commitments2019));
  return [
    ...headings.flatMap((heading, index) =>
      unknownCommitments(heading.commitments2019, `${pointer}/${index}/commitments2019`, edition),
    ),
    ...(edition?.commitments ?? [])
      .filter(({ id }) => !placed.has(id))
      .map(({ id }) => ({ pointer, what: `leave out commitment ${id} of 2019` })),
  ];
}

function problemsOfMeasure(measure: FrameworkMeasure, pointer: string, charter: Charter): readonly Problem[] {
  return [
    ...unknownSection(measure.section, pointer, charter.sections),
    ...measure.commitments.flatMap(({ edition: editionId, id }, index) =>
      charter.editions.some((edition) => edition.id === editionId && edition.commitments.some((one) => one.id === id))
        ? []
        : [{ pointer: `${pointer}/commitments/${index}`, what: `names no commitment: ${editionId}/${id}` }],
    ),
    ...measure.evidencedBy.flatMap((evidence, index) =>
      (evidence.relation === 'proxy') === (evidence.why !== undefined)
        ? []
        : [{ pointer: `${pointer}/evidencedBy/${index}`, what: 'must say why where it is a proxy, and only there' }],
    ),
  ];
}

function unknownSection(section: string, pointer: string, sections: readonly string[]): readonly Problem[] {
  return sections.includes(section) ? [] : [{ pointer: `${pointer}/section`, what: `names no section: ${section}` }];
}

function unknownCommitments(ids: readonly string[], pointer: string, edition: Edition | undefined): readonly Problem[] {
  const known = new Set(edition?.commitments.map(({ id }) => id));
  return ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          {
            pointer: `${pointer}/${index}`,
            what: `names no commitment of ${edition?.id ?? 'an edition before'}: ${id}`,
          },
        ],
  );
}
