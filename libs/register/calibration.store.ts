import { fileURLToPath } from 'node:url';
import { problemsOfCalibration } from './calibration.rule.js';
import { calibrationSchema, type Calibration } from './calibration.schema.js';
import { complaints, readJsonFile, RegisterRefused } from './json-file.store.js';

/** The folder that comes with the system: beside this file, in the source as in what is built from it. */
const ownFolder = new URL('./data/', import.meta.url);

/**
 * Reads what synthetic data follow and checks it; no part of the register, since no figure depends on it. Throws
 * `RegisterRefused` with the file, the line and what does not fit.
 */
export function loadCalibration(folder: URL | string = ownFolder): Calibration {
  const path = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const calibration = readJsonFile<Calibration>(path, 'calibration.json', calibrationSchema);
  const found = complaints(calibration, problemsOfCalibration(calibration.content));
  if (found.length > 0) throw new RegisterRefused(found);
  return calibration.content;
}
