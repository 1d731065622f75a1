import type { JSX } from 'preact';

/** A step on the way to a page; the last has no address. */
export interface Crumb {
  readonly title: string;
  readonly href?: string;
}

/** The way to a page, from its part of the site; nothing where there is no way to tell. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }): JSX.Element | null {
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label="Breadcrumb">
      <ol class="ds_breadcrumbs">
        {crumbs.map(({ title, href }) => (
          <li class="ds_breadcrumbs__item">
            {href === undefined ? (
              <span aria-current="page">{title}</span>
            ) : (
              <a class="ds_breadcrumbs__link" href={href}>
                {title}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
