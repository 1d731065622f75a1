import type { JSX } from 'preact';
import type { Filed, FiledEntry, Indicator } from '../query-client/answers.fact.js';
import { evidenceWords, gapWords } from './evidence.words.js';
import { filedSentence, latestFiled, tellingWords } from './filed.words.js';

/** What people report once a year, as a figure or in words. */
export function ToldLines({ indicator }: { readonly indicator: Indicator }): JSX.Element {
  const { evidence, state } = indicator;
  const latest = latestFiled(indicator.filed);
  return (
    <div class="indicators__lines">
      <p>
        {latest === null ? (state === null ? 'It is not open to you.' : gapWords(evidence)) : filedSentence(latest)}
      </p>
      {latest === null ? null : <Told filed={latest} />}
      <p class="indicators__evidence">{evidenceWords(evidence)}.</p>
    </div>
  );
}

function Told({ filed: { figure, entries } }: { readonly filed: Filed }): JSX.Element {
  return (
    <>
      {figure === null || figure.note === null ? null : <p>{figure.note}</p>}
      {figure === null ? null : <p class="indicators__evidence">{tellingWords(figure)}.</p>}
      {entries.map((entry) => (
        <Entry entry={entry} />
      ))}
    </>
  );
}

function Entry({ entry }: { readonly entry: FiledEntry }): JSX.Element {
  const { title, summary, link } = entry;
  return (
    <div class="indicators__entry">
      <h4 class="indicators__title">{title}</h4>
      <p class="indicators__summary">{summary}</p>
      {link === null ? null : (
        <p>
          <a href={link} rel="noreferrer">
            Read more<span class="visually-hidden"> of {title}</span>
          </a>
        </p>
      )}
      <p class="indicators__evidence">{tellingWords(entry)}.</p>
    </div>
  );
}
