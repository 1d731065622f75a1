/** How many bits of a key are left for the subject. */
const SUBJECT_BITS = 40;
const SUBJECTS = 2 ** SUBJECT_BITS;

/** How many places there can be: the whole key is a safe integer. */
export const MOST_PLACES = 2 ** (53 - SUBJECT_BITS);

/** Where a case of a place (a partition of a generation) belongs: the place's number, then 40 bits of the subject's hash. */
export function caseKeyOf(place: number, subject: string): number {
  return firstKeyOf(place) + hashOf(subject);
}

/** The smallest key of a place; its largest is the one before the next place's. */
export function firstKeyOf(place: number): number {
  return place * SUBJECTS;
}

/** Where to look next when the key is taken by another subject. Goes through all keys of the place. */
export function nextCaseKey(key: number): number {
  const inPlace = key % SUBJECTS;
  return key - inPlace + ((inPlace + 1) % SUBJECTS);
}

/** Spreads evenly; not for secrets. Source: the two lanes of cyrb53, public domain. */
function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b & 0xff) * 2 ** 32 + (a >>> 0);
}
