import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { parseDay } from '../calendars/local-date.calendar.js';
import { lineOfPointer, syntaxError } from './json-position.parser.js';
import type { Problem } from './problem.fact.js';

/** The register's files do not fit: each line of the message names file, line and what is wrong there. */
export class RegisterRefused extends Error {
  override readonly name = 'RegisterRefused';
  readonly code = 'register-refused';
  readonly retriable = false;

  constructor(complaints: readonly string[]) {
    super(complaints.join('\n'));
  }
}

/** A file as it was read, its content checked by a schema. */
export interface JsonFile<Content> {
  readonly path: string;
  readonly text: string;
  readonly content: Content;
}

const ajv = new Ajv({
  allErrors: true,
  discriminator: true,
  allowUnionTypes: true,
  formats: { date: (text: string) => parseDay(text) !== null },
});

/** Reads a file that must hold what a JSON Schema says; `Content` is that schema's type. Throws `RegisterRefused`. */
export function readJsonFile<Content>(folder: string, name: string, schema: object): JsonFile<Content> {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  const notJson = syntaxError(text);
  if (notJson !== null) throw new RegisterRefused([`${shown(path)}:${notJson.line}: ${notJson.what}`]);
  const content: unknown = JSON.parse(text);
  const fits = ajv.compile<Content>(schema);
  if (!fits(content)) throw new RegisterRefused(complaints({ path, text }, (fits.errors ?? []).map(problemOf)));
  return { path, text, content };
}

/** The problems of a file in words, each with file and line. */
export function complaints(
  { path, text }: Pick<JsonFile<unknown>, 'path' | 'text'>,
  problems: readonly Problem[],
): readonly string[] {
  return problems.map(
    ({ pointer, what }) => `${shown(path)}:${lineOfPointer(text, pointer)}: ${pointer === '' ? '/' : pointer} ${what}`,
  );
}

function problemOf({ instancePath, message = 'does not fit', params }: ErrorObject): Problem {
  const unknownMember: unknown = params['additionalProperty'];
  if (typeof unknownMember === 'string') {
    return {
      pointer: `${instancePath}/${unknownMember.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      what: 'is no member known here',
    };
  }
  const allowed: unknown = params['allowedValues'] ?? params['allowedValue'];
  return { pointer: instancePath, what: allowed === undefined ? message : `${message}: ${JSON.stringify(allowed)}` };
}

/** A path as one would type it: relative where it lies below the working folder. */
function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}
