import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import { glossary } from './glossary.words.js';

/** What the words mean that the pages use; each has an address of its own. */
export function GlossaryPage({ frame }: { readonly frame: Frame }): JSX.Element {
  return (
    <Document frame={frame} title="What words mean" crumbs={[{ title: 'Promises', href: '/' }, { title: 'Glossary' }]}>
      <h1>What words mean</h1>
      <p class="lead__text">Words that this site uses, in plain English. A mark in brackets stands beside a figure.</p>
      <dl class="about__list">
        {glossary.map(({ id, term, meaning }) => (
          <div class="about__row" id={id}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Document>
  );
}
