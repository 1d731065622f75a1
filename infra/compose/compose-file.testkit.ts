import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is read of a service in a compose file. */
export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly build?: { readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  readonly restart: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly network_mode?: string;
  readonly networks?: readonly string[] | Readonly<Record<string, { readonly aliases?: readonly string[] }>>;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets?: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly cpus?: string; readonly memory?: string } } };
}

/** What is read of a compose file. */
export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, { readonly environment?: string }>>;
}

/** js-yaml comes with the test runner and brings no types. */
const { safeLoad }: { readonly safeLoad: (text: string) => unknown } = createRequire(import.meta.url)('js-yaml');

const checkout = process.cwd();

/** A file of the checkout. */
export function textOf(path: string): string {
  return readFileSync(join(checkout, path), 'utf8');
}

export function isThere(path: string): boolean {
  return existsSync(join(checkout, path));
}

/** A YAML file of the checkout, taken at its word. */
export function yamlOf<Content>(path: string): Content {
  return safeLoad(textOf(path)) as Content;
}

/** A JSON file of the checkout, taken at its word. */
export function jsonOf<Content>(path: string): Content {
  return JSON.parse(textOf(path)) as Content;
}

/** An environment as compose hands it on where `.env` holds what it asks for: 32 bytes in base64 for each secret. */
export function filledIn(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const secret = Buffer.alloc(32, 7).toString('base64');
  const filled = (text: string): string =>
    text.replaceAll(/\$\{\w+(?::-([^}]*)|:\?[^}]*)\}/g, (_, otherwise: string | undefined) => otherwise ?? secret);
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, filled(text)]));
}
