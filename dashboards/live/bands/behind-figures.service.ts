import { Inject, Injectable } from '@nestjs/common';
import type { CountsStory } from '../../figures/counts.section.js';
import type { Viewer } from '../../looking/looking.fact.js';
import type { Definition, ObservationsAnswer } from '../../query-client/answers.fact.js';
import type { DistributionAnswer, QueueAnswer } from '../../query-client/length-answers.fact.js';
import { QueryClient } from '../../query-client/query.client.js';
import { placeOf, type FilterSelect } from '../filter-selects.rule.js';
import { filters, type MeasureChoice } from '../measure-choice.parser.js';
import { distributionStory } from './distribution.story.js';
import { ageStory, limitsStory } from './queue.story.js';
import { sideBySideStory } from './side-by-side.story.js';

const STOCK = 'open-applications';
const OVERDUE = 'overdue-applications';

type Asked = Pick<Definition, 'id' | 'kind'>;

/** What lies behind a measure's figures: how long each took, how long what is open has waited, which limits end soon. */
@Injectable()
export class BehindFigures {
  constructor(@Inject(QueryClient) private readonly query: QueryClient) {}

  /** `null` for those who may not see it, and of measures that have neither lengths nor limits. */
  async storyOf(
    { id, kind }: Asked,
    answer: ObservationsAnswer,
    choice: MeasureChoice,
    place: string,
    viewer: Viewer,
  ): Promise<CountsStory | null> {
    if (kind === 'time' || kind === 'mean') {
      const last = answer.observations.findLast(({ complete }) => complete) ?? answer.observations.at(-1);
      if (last === undefined) return null;
      const path = pathOf('/v1/distribution', { measure: id, period: last.period }, choice);
      const distribution = await this.query.getIfAllowed<DistributionAnswer>(path, viewer);
      return distribution && distributionStory(distribution, place);
    }
    if (kind !== 'limit' && id !== STOCK && id !== OVERDUE) return null;
    const measure = id === OVERDUE ? STOCK : id;
    const queue = await this.query.getIfAllowed<QueueAnswer>(pathOf('/v1/queue', { measure }, choice), viewer);
    return queue && (id === STOCK ? ageStory(queue, place) : limitsStory(queue, place));
  }

  /** The last whole period by the dimension chosen; `null` where none is, or the measure has it not. */
  async sideBySide(
    { id }: Asked,
    answer: ObservationsAnswer,
    choice: MeasureChoice,
    selects: readonly FilterSelect[],
    viewer: Viewer,
  ): Promise<CountsStory | null> {
    const select = selects.find(({ name }) => name === choice.by);
    const dimension = filters.find(({ name }) => name === select?.name)?.dimension;
    const last = answer.observations.findLast(({ complete }) => complete);
    if (select === undefined || dimension === undefined || last === undefined) return null;
    const period = { grain: answer.grain, from: last.start, to: last.end };
    const path = pathOf('/v1/observations', { measure: id, by: dimension, ...period }, choice);
    return sideBySideStory(await this.query.get<ObservationsAnswer>(path, viewer), select, placeOf(selects));
  }
}

function pathOf(path: string, members: Readonly<Record<string, string>>, { filter, asOf }: MeasureChoice): string {
  const search = new URLSearchParams(members);
  if (asOf !== null) search.set('asOf', asOf);
  for (const { name, dimension } of filters) {
    const code = filter[name];
    if (code !== undefined) search.set(`filter[${dimension}]`, code);
  }
  return `${path}?${search.toString()}`;
}
