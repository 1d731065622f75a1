import type { JSX } from 'preact';
import type { Indicator } from '../../query-client/answers.fact.js';
import { evidenceWords } from '../evidence.words.js';
import type { FiguresTold } from '../figures-told.fact.js';
import { publishedTelling, publishedTellingSentence, untoldSentence } from './published-telling.words.js';

interface PublishedTellingProps {
  readonly indicator: Indicator;
  /** `null`: nothing was published yet. */
  readonly published: FiguresTold['published'];
}

/** What people reported, as a figure or in words, as it was published. */
export function PublishedTelling({ indicator, published }: PublishedTellingProps): JSX.Element {
  const row = published === null ? null : publishedTelling(indicator, published.rows);
  return (
    <div class="indicators__lines">
      <p>
        {published === null
          ? 'It has not been published yet.'
          : row === null
            ? untoldSentence(indicator.evidence, published.release.year)
            : publishedTellingSentence(row, published.release.year)}
      </p>
      {row === null || row.text === null ? null : <p class="indicators__summary">{row.text}</p>}
      <p class="indicators__evidence">{evidenceWords(indicator.evidence)}.</p>
    </div>
  );
}
