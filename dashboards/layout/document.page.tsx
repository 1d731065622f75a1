import type { ComponentChildren, JSX } from 'preact';
import type { AssetAddresses } from '../assets/assets.service.js';
import type { Looking } from '../looking/looking.fact.js';
import { SignedIn } from '../sign-in/signed-in.part.js';
import { ConsentBar } from '../telemetry/consent-bar.part.js';
import type { Telemetry } from '../telemetry/telemetry.fact.js';
import { TelemetryScripts } from '../telemetry/telemetry-scripts.part.js';
import { Breadcrumbs, type Crumb } from './breadcrumbs.part.js';
import { LookAsForm } from './look-as-form.part.js';
import { SiteFooter } from './site-footer.part.js';
import { SiteHeader } from './site-header.part.js';

/** What a page needs of the request that it answers. */
export interface Frame {
  readonly assets: AssetAddresses;
  readonly looking: Looking;
  /** Whether the viewer may choose who is looking. */
  readonly hasSwitch: boolean;
  /** Whether people sign in here. */
  readonly hasSignIn: boolean;
  /** Whom browsers tell how the page fares; `null`: nobody. */
  readonly telemetry: Telemetry | null;
  /** Path and query of the page. */
  readonly address: string;
}

interface DocumentProps {
  readonly frame: Frame;
  /** Without the name of the site. */
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** Whether sections marked `data-live` are kept up to date. */
  readonly isLive?: boolean;
  /** Seconds after which a browser without JavaScript loads the page again. */
  readonly reloadsAfter?: number;
  readonly children: ComponentChildren;
}

/** The whole document around what a page has to say. */
export function Document({
  frame,
  title,
  crumbs = [],
  isLive = false,
  reloadsAfter,
  children,
}: DocumentProps): JSX.Element {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – Charter Monitor (synthetic)`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={frame.assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={frame.assets.styles} />
        {isLive ? <script type="module" src={frame.assets.live} /> : null}
        <TelemetryScripts assets={frame.assets} telemetry={frame.telemetry} />
        {reloadsAfter === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(reloadsAfter)} />
          </noscript>
        )}
      </head>
      <body>
        <nav class="ds_skip-links" aria-label="Skip">
          <ul class="ds_skip-links__list">
            <li class="ds_skip-links__item">
              <a class="ds_skip-links__link" href="#main-content">
                Skip to main content
              </a>
            </li>
          </ul>
        </nav>
        <SiteHeader address={frame.address} />
        <div class="ds_wrapper">
          <Breadcrumbs crumbs={crumbs} />
          {frame.hasSwitch ? <LookAsForm looking={frame.looking} address={frame.address} /> : null}
          {frame.hasSignIn ? <SignedIn looking={frame.looking} address={frame.address} /> : null}
          <main id="main-content" class="page">
            {children}
          </main>
        </div>
        <ConsentBar telemetry={frame.telemetry} address={frame.address} />
        <SiteFooter hasGuide={frame.hasSwitch} />
      </body>
    </html>
  );
}
