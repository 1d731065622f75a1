import { httpAddress } from '../settings/settings.schema.js';
import { SettingsRefused } from '../settings/settings.settings.js';

const NAME = 'OTEL_EXPORTER_OTLP_ENDPOINT';

/**
 * Where traces are sent to, as OTLP over HTTP; `null` where they are not made.
 *
 * @throws SettingsRefused
 */
export function collectorOf(environment: Readonly<Record<string, string | undefined>>): string | null {
  const address = environment[NAME] ?? '';
  if (address === '') return null;
  const refusal = httpAddress(address);
  if (refusal !== null) throw new SettingsRefused([`${NAME} (where traces are sent to) ${refusal}`]);
  return address.replace(/\/+$/, '');
}
