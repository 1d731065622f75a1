import type { JSX } from 'preact';

/** What holds for every page. */
export function SiteFooter(): JSX.Element {
  return (
    <footer class="ds_site-footer">
      <div class="ds_wrapper">
        <p>
          All data here is synthetic. Titles of promises are this project’s own short words, not the charter’s text.
        </p>
        <p>
          The same figures for programs: <a href="/v1/openapi.json">the interface’s description</a>.
        </p>
      </div>
    </footer>
  );
}
