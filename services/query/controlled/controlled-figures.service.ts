import { Inject, Injectable } from '@nestjs/common';
import { controlledObservations } from '../../../libs/disclosure/controlled-observations.rule.js';
import type { Decisions } from '../../../libs/disclosure/decisions.rule.js';
import { KnownRowsMemory } from '../../../libs/disclosure/known-rows-memory.rule.js';
import type { Observing } from '../../../libs/measures/figures/observe.measure.js';
import { PUBLICATION_SETTINGS, type PublicationSettings } from '../query.settings.js';

/** Enough for every measure at some dozen steps; a decision takes some 100 kB at most. */
const MOST_DECISIONS = 600;

/** Observes for those who may see controlled figures only, and remembers what was decided. */
@Injectable()
export class ControlledFigures {
  /** The smallest count but 0 that is shown. */
  readonly small: number;
  private readonly decisions = new KnownRowsMemory<Decisions>(MOST_DECISIONS);

  constructor(@Inject(PUBLICATION_SETTINGS) { small }: Pick<PublicationSettings, 'small'>) {
    this.small = small;
  }

  /** As `observe`, controlled. Throws where no safe answer can be given. */
  readonly observe: Observing = (question, holdings, objectiveOn) => {
    const remember = (name: string, decide: () => Decisions): Decisions =>
      this.decisions.recall(name, holdings.tables, question.asOf, decide);
    return controlledObservations(question, holdings, objectiveOn, { small: this.small, remember });
  };
}
