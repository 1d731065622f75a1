import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import { benefitCodes, councilAreaCodes } from '../events/codes.fact.js';
import { parseDay } from '../calendars/local-date.calendar.js';
import { problemsOfBankHolidays } from './bank-holidays.rule.js';
import { bankHolidaysSchema, type BankHolidays } from './bank-holidays.schema.js';
import { benefitsSchema, type Benefit } from './benefits.schema.js';
import type { Charter } from './charter.fact.js';
import { problemsOfCharter } from './charter.rule.js';
import { charterSchema } from './charter.schema.js';
import { problemsOfCodes } from './codes.rule.js';
import { councilAreasSchema, type CouncilArea } from './council-areas.schema.js';
import { lineOfPointer, syntaxError } from './json-position.parser.js';
import type { Problem } from './problem.fact.js';
import type { Register } from './register.fact.js';
import { problemsOfTargets } from './targets.rule.js';
import { targetsSchema, type Target } from './targets.schema.js';

/** The register's files do not fit: each line of the message names file, line and what is wrong there. */
export class RegisterRefused extends Error {
  readonly code = 'register-refused';
  readonly retriable = false;

  constructor(complaints: readonly string[]) {
    super(complaints.join('\n'));
  }
}

/** The folder that comes with the system: beside this file, in the source as in what is built from it. */
const ownFolder = new URL('./data/', import.meta.url);

/**
 * Reads the register's files and checks them: each by its JSON Schema, then against each other and against the
 * codes that events may use. Throws `RegisterRefused` with everything that does not fit.
 */
export function loadRegister(folder: URL | string = ownFolder): Register {
  const path = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const charter = readFile<Charter>(path, 'charter.json', charterSchema);
  const benefits = readFile<readonly Benefit[]>(path, 'benefits.json', benefitsSchema);
  const councilAreas = readFile<readonly CouncilArea[]>(path, 'council-areas.json', councilAreasSchema);
  const targets = readFile<readonly Target[]>(path, 'targets.json', targetsSchema);
  const holidays = readFile<BankHolidays>(path, 'scotland-bank-holidays.json', bankHolidaysSchema);

  const benefitsThereAre = benefits.content.map(({ code }) => code);
  refuseIfAny([
    ...complaints(charter, problemsOfCharter(charter.content)),
    ...complaints(benefits, problemsOfCodes(benefits.content, benefitCodes)),
    ...complaints(councilAreas, problemsOfCodes(councilAreas.content, councilAreaCodes)),
    ...complaints(targets, problemsOfTargets(targets.content, benefitsThereAre)),
    ...complaints(holidays, problemsOfBankHolidays(holidays.content)),
  ]);
  return {
    charter: charter.content,
    benefits: benefits.content,
    councilAreas: councilAreas.content,
    targets: targets.content,
    holidays: holidays.content,
  };
}

interface SourceText {
  readonly path: string;
  readonly text: string;
}

interface Source<Content> extends SourceText {
  readonly content: Content;
}

const ajv = new Ajv({ allErrors: true, discriminator: true, allowUnionTypes: true, formats: { date: isDate } });

function readFile<Content>(folder: string, name: string, schema: object): Source<Content> {
  const source = { path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') };
  const notJson = syntaxError(source.text);
  if (notJson !== null) throw new RegisterRefused([`${shown(source.path)}:${notJson.line}: ${notJson.what}`]);
  const content: unknown = JSON.parse(source.text);
  const fits = ajv.compile<Content>(schema);
  if (!fits(content)) throw new RegisterRefused(complaints(source, (fits.errors ?? []).map(problemOf)));
  return { ...source, content };
}

function refuseIfAny(found: readonly string[]): void {
  if (found.length > 0) throw new RegisterRefused(found);
}

function complaints(source: SourceText, problems: readonly Problem[]): readonly string[] {
  return problems.map(
    ({ pointer, what }) => `${shown(source.path)}:${lineOfPointer(source.text, pointer)}: ${pointer || '/'} ${what}`,
  );
}

function problemOf({ instancePath, message, params }: ErrorObject): Problem {
  const { additionalProperty, allowedValues } = params;
  ...
}
