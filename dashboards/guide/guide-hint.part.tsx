import type { JSX } from 'preact';

/** Points a first visitor to the guide; once put away, a line does. */
export function GuideHint({ isHidden }: { readonly isHidden: boolean }): JSX.Element {
  if (isHidden) {
    return (
      <p>
        New here? <a href="/guide">A first visit in four steps</a>
      </p>
    );
  }
  return (
    <section class="guide-hint" aria-labelledby="guide-hint">
      <h2 class="guide-hint__title" id="guide-hint">
        Is this your first visit?
      </h2>
      <p>See in four steps what managers, scrutiny bodies, the compiler and the public find here.</p>
      <div class="guide-hint__choices">
        <a class="guide-hint__start" href="/guide">
          Show me around
        </a>
        <form method="post" action="/guide/hint">
          <button class="ds_button ds_button--secondary ds_button--small guide-hint__button" type="submit">
            Do not show this again
          </button>
        </form>
      </div>
    </section>
  );
}
