import { fileURLToPath } from 'node:url';
import { BENEFITS, COUNCIL_AREAS } from '../events/codes.fact.js';
import { problemsOfBankHolidays } from './bank-holidays.rule.js';
import { bankHolidaysSchema, type BankHolidays } from './bank-holidays.schema.js';
import { benefitsSchema, type Benefit } from './benefits.schema.js';
import type { Charter } from './charter.fact.js';
import { problemsOfCharter } from './charter.rule.js';
import { charterSchema } from './charter.schema.js';
import { problemsOfCodes } from './codes.rule.js';
import { councilAreasSchema, type CouncilArea } from './council-areas.schema.js';
import { complaints, readJsonFile, RegisterRefused } from './json-file.store.js';
import type { Register } from './register.fact.js';
import { problemsOfTargets } from './targets.rule.js';
import { targetsSchema, type Target } from './targets.schema.js';

/** The folder that comes with the system: beside this file, in the source as in what is built from it. */
const ownFolder = new URL('./data/', import.meta.url);

/**
 * Reads the register's files and checks them: each by its JSON Schema, then what they name against each other and
 * against the codes that events may use. Throws `RegisterRefused` with the file, the line and what does not fit.
 */
export function loadRegister(folder: URL | string = ownFolder): Register {
  const path = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const charter = readJsonFile<Charter>(path, 'charter.json', charterSchema);
  const benefits = readJsonFile<readonly Benefit[]>(path, 'benefits.json', benefitsSchema);
  const councilAreas = readJsonFile<readonly CouncilArea[]>(path, 'council-areas.json', councilAreasSchema);
  const targets = readJsonFile<readonly Target[]>(path, 'targets.json', targetsSchema);
  const holidays = readJsonFile<BankHolidays>(path, 'scotland-bank-holidays.json', bankHolidaysSchema);

  const benefitsThereAre = benefits.content.map(({ code }) => code);
  const found = [
    ...complaints(charter, problemsOfCharter(charter.content)),
    ...complaints(benefits, problemsOfCodes(benefits.content, BENEFITS)),
    ...complaints(councilAreas, problemsOfCodes(councilAreas.content, COUNCIL_AREAS)),
    ...complaints(targets, problemsOfTargets(targets.content, benefitsThereAre)),
    ...complaints(holidays, problemsOfBankHolidays(holidays.content)),
  ];
  if (found.length > 0) throw new RegisterRefused(found);
  return {
    charter: charter.content,
    benefits: benefits.content,
    councilAreas: councilAreas.content,
    targets: targets.content,
    holidays: holidays.content,
  };
}
