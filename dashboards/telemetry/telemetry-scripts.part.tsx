import type { JSX } from 'preact';
import type { AssetAddresses } from '../assets/assets.service.js';
import type { Telemetry } from './telemetry.fact.js';

interface TelemetryScriptsProps {
  readonly assets: AssetAddresses;
  readonly telemetry: Telemetry | null;
}

/** What tells how a page fares: loaded where the reader agreed, after the page. */
export function TelemetryScripts({ assets, telemetry }: TelemetryScriptsProps): JSX.Element | null {
  if (telemetry?.consent !== 'yes') return null;
  return (
    <>
      <script defer src={assets.faro} />
      <script type="module" src={assets.telemetry} data-telemetry-to={telemetry.url} />
    </>
  );
}
