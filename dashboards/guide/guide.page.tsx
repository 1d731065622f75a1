import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import { visitSteps, type VisitStep } from './visit.words.js';

/** A guided first visit to the demo: four steps, each as another reader. */
export function GuidePage({ frame }: { readonly frame: Frame }): JSX.Element {
  return (
    <Document
      frame={frame}
      title="A first visit"
      crumbs={[{ title: 'Promises', href: '/' }, { title: 'A first visit' }]}
    >
      <div class="lead">
        <h1>A first visit in four steps</h1>
        <p class="lead__text">
          Different people need different things from the same figures. Each step shows the site as one of them sees it.
          You can change who is looking at any time, at the top of each page.
        </p>
      </div>
      <ol class="visit">
        {visitSteps.map((step) => (
          <Step step={step} />
        ))}
      </ol>
      <h2>What to know</h2>
      <p>
        Every event here is made up. By day a new one comes in every few seconds. Words that are new to you are in{' '}
        <a href="/glossary">what words mean</a>. How a figure comes about is in{' '}
        <a href="/methods">how figures are made</a>.
      </p>
    </Document>
  );
}

/** Chooses who is looking by the same form as the switch, and goes where the step leads. */
function Step({ step: { title, says, as, href, button } }: { readonly step: VisitStep }): JSX.Element {
  return (
    <li class="visit__step">
      <h2 class="visit__title">{title}</h2>
      <p>{says}</p>
      <form method="post" action="/look-as">
        <input type="hidden" name="role" value={as} />
        <input type="hidden" name="from" value={href} />
        <button class="ds_button ds_button--small visit__button" type="submit">
          {button}
        </button>
      </form>
    </li>
  );
}
