import type { ReadAnswer } from './everything-read.testkit.js';
import { sampleLines } from './sample.testkit.js';

/** Part of every case reference; nothing else has it. */
export const planted = 'PLANTED7Q4X';

/** The sample, with it in every case reference. */
export function plantedLines(): readonly string[] {
  return sampleLines().map((line) => line.replace(/("subject":\s*")([^"]+)/, `$1${planted}-$2`));
}

export function holds({ text }: ReadAnswer): boolean {
  return text.includes(planted);
}

/** An address without what it chooses by. */
export function pathOf({ address }: ReadAnswer): string {
  return address.split('?')[0] ?? '';
}
