import { createHash } from 'node:crypto';
import { factSchemas } from '../../events/fact-catalogue.fact.js';
import { layoutOf } from '../layout.measure.js';
import type { Measure } from '../measure.measure.js';
import { foldVersion } from './fold.measure.js';

/**
 * SHA-256, hex, of everything that decides what the fold puts out: definitions (by id and version) and how their rows are
 * numbered, register and calendars (by their hash), fact schemas, and the version of the fold itself. Two processes with one fingerprint may
 * write to one generation; with different ones never.
 */
export function fingerprintOf(measures: readonly Measure[], registerHash: string): string {
  const deciding = {
    foldVersion,
    registerHash,
    layout: layoutOf(measures),
    kinds: measures.map(({ kind, parts, reads }) => ({ kind, parts, reads })),
    schemas: factSchemas,
  };
  return createHash('sha256').update(JSON.stringify(deciding)).digest('hex');
}
