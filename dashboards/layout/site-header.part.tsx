import type { JSX } from 'preact';

interface Place {
  readonly href: string;
  readonly title: string;
  /** What else of the site lies there: the beginnings of its paths. */
  readonly holds: readonly string[];
}

const places: readonly Place[] = [
  { href: '/', title: 'Promises', holds: ['/commitments/'] },
  { href: '/live', title: 'Live', holds: ['/live/'] },
  { href: '/scrutiny', title: 'Scrutiny', holds: ['/scrutiny/'] },
  { href: '/annual', title: 'Annual', holds: ['/annual/'] },
];

/** Where things are found. */
const SEARCH = '/search';

/** The site's name, where one can go, and that all of it is made up. */
export function SiteHeader({ address }: { readonly address: string }): JSX.Element {
  const path = address.split('?')[0] ?? '/';
  return (
    <header>
      <div class="ds_site-header">
        <div class="ds_wrapper">
          <div class="ds_site-header__content">
            <div class="ds_site-branding">
              <a class="ds_site-branding__link site-name" href="/">
                Charter Monitor
              </a>
            </div>
            {path === SEARCH ? null : <SearchField />}
          </div>
        </div>
        <nav class="site-places" aria-label="Site">
          <div class="ds_wrapper">
            <ul class="site-places__list">
              {places.map((place) => (
                <li>
                  <a class="site-places__link" href={place.href} aria-current={currentAt(place, path)}>
                    {place.title}
                  </a>
                </li>
              ))}
              <li class="site-places__search">
                <a class="site-places__link" href={SEARCH} aria-current={path === SEARCH ? 'page' : undefined}>
                  Search
                </a>
              </li>
            </ul>
          </div>
        </nav>
      </div>
      <div class="ds_phase-banner">
        <div class="ds_wrapper">
          <p class="ds_phase-banner__content">
            <strong class="ds_tag ds_phase-banner__tag">Synthetic data</strong>
            <span class="ds_phase-banner__text">
              Every figure here is made up. This site is not connected with any government or agency.
            </span>
          </p>
        </div>
      </div>
    </header>
  );
}

/** Where the window is wide enough; elsewhere a link leads to the page that has it. */
function SearchField(): JSX.Element {
  return (
    <form class="site-search" role="search" aria-label="Search" action={SEARCH}>
      <input class="site-search__words" name="q" type="search" aria-label="Search for" maxLength={100} />
      <button class="ds_button ds_button--small site-search__button" type="submit">
        Search
      </button>
    </form>
  );
}

/** Whether a place is the page that is shown (`page`), or holds it (`true`). */
function currentAt({ href, holds }: Place, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return holds.some((beginning) => path.startsWith(beginning)) ? 'true' : undefined;
}
