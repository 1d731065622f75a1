import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import { FOUND_KINDS, type FindablePage, type FoundKind } from './findable.story.js';

interface SearchPageProps {
  readonly frame: Frame;
  /** As it was asked; empty: nothing was. */
  readonly asked: string;
  /** The best first. */
  readonly results: readonly FindablePage[];
}

const headings: Readonly<Record<FoundKind, string>> = {
  promise: 'Promises',
  measure: 'Measures that are counted',
  framework: 'Measures of the framework',
  word: 'Words explained',
};

/** What was found, by what it is about; the best first. */
export function SearchPage({ frame, asked, results }: SearchPageProps): JSX.Element {
  const isAsked = asked.trim() !== '';
  return (
    <Document
      frame={frame}
      title={isAsked ? `Search for ${asked}` : 'Search'}
      crumbs={[{ title: 'Promises', href: '/' }, { title: 'Search' }]}
    >
      <h1>Search</h1>
      <form class="search" role="search" aria-label="Search this site" action="/search">
        <label class="search__label" for="search-words">
          Promises, measures and words that this site uses
        </label>
        <span class="search__line">
          <input class="search__words" id="search-words" name="q" type="search" value={asked} maxLength={100} />
          <button class="ds_button search__button" type="submit">
            Search
          </button>
        </span>
      </form>
      {isAsked ? <Results asked={asked} results={results} /> : <Hints />}
    </Document>
  );
}

function Results({ asked, results }: Omit<SearchPageProps, 'frame'>): JSX.Element {
  if (results.length === 0) {
    return (
      <>
        <p>Nothing was found for “{asked}”.</p>
        <Hints />
      </>
    );
  }
  const byKind = Map.groupBy(results, ({ kind }) => kind);
  return (
    <>
      <p>
        {results.length === 1 ? '1 result' : `${results.length} results`} for “{asked}”.
      </p>
      {FOUND_KINDS.filter((kind) => byKind.has(kind)).map((kind) => (
        <section aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`}>{headings[kind]}</h2>
          <ul class="standings">
            {byKind.get(kind)?.map(({ title, href, summary }) => (
              <li class="standings__item">
                <p class="standings__title">
                  <a href={href}>{title}</a>
                </p>
                <p class="standings__sentence">{summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What to try. */
function Hints(): JSX.Element {
  return (
    <>
      <p>Try one plain word, such as:</p>
      <ul>
        {['decision', 'payment', 'complaint', 'appeal', 'waiting', 'provisional'].map((word) => (
          <li>
            <a href={`/search?q=${word}`}>{word}</a>
          </li>
        ))}
      </ul>
      <p>
        Or read <a href="/">all promises</a>, <a href="/methods">all measures</a> or{' '}
        <a href="/glossary">what words mean</a>.
      </p>
    </>
  );
}
