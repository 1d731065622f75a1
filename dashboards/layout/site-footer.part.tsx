import type { JSX } from 'preact';

const guide = { href: '/guide', title: 'Show me around' };

const places = [
  { href: '/methods', title: 'How figures are made' },
  { href: '/glossary', title: 'What words mean' },
  { href: '/data', title: 'Data to use' },
  { href: '/status', title: 'Is it up to date?' },
  { href: '/accessibility', title: 'Accessibility' },
  { href: '/privacy', title: 'Privacy' },
] as const;

/** Where things can be looked up, and what holds for every page. In the demo a guide leads around. */
export function SiteFooter({ hasGuide }: { readonly hasGuide: boolean }): JSX.Element {
  return (
    <footer class="ds_site-footer">
      <div class="ds_wrapper">
        <nav aria-label="About this site">
          <ul class="footer-places">
            {[...(hasGuide ? [guide] : []), ...places].map(({ href, title }) => (
              <li>
                <a class="footer-places__link" href={href}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
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
