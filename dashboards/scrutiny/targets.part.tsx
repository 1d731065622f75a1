import type { JSX } from 'preact';
import { objectiveWords } from '../figures/objective.words.js';
import { dateText } from '../figures/periods.words.js';
import { aimText } from '../figures/units.words.js';
import type { MeasureHeading } from '../query-client/answers.fact.js';
import type { Target } from '../query-client/definitions.fact.js';

interface TargetsProps {
  readonly measure: MeasureHeading;
  readonly targets: readonly Target[];
}

/** What is aimed at, from when on, and who says so. */
export function Targets({ measure, targets }: TargetsProps): JSX.Element {
  return (
    <section class="checked" aria-labelledby="targets">
      <h2 id="targets">Targets</h2>
      {targets.length === 0 ? (
        <p>There is no target, so the figure is not judged.</p>
      ) : (
        <ul>
          {targets.map((target) => (
            <li>
              {aimOf(measure, target)}, from {dateText(target.from)}: {objectiveWords[target.role]} ({target.source})
            </li>
          ))}
        </ul>
      )}
      <p>A new target never changes what was due before it. A demonstration value is never used to judge.</p>
    </section>
  );
}

function aimOf(measure: MeasureHeading, { objective, limit, benefit, specialRules }: Target): string {
  const whom = specialRules === true ? 'Terminal illness' : (benefit ?? 'All benefits');
  if (limit !== undefined) return `${whom}: ${limit.workingDays} working days`;
  if (objective === undefined) return whom;
  return `${whom}: ${objective.op === 'lte' ? 'at most' : 'at least'} ${aimText(measure, objective.value)}`;
}
