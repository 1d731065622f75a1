import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRegister } from './register.store.js';

const shipped = fileURLToPath(new URL('./data/', import.meta.url));

describe('the register that comes with the system', () => {
  it('loads', () => {
    const register = loadRegister();
    expect(register.charter.editions.map(({ id, commitments }) => [id, commitments.length])).toEqual([
      ['2019', 51],
      ['2024', 39],
    ]);
    expect(register.charter.measures).toHaveLength(78);
    expect(register.benefits).toHaveLength(17);
    expect(register.councilAreas).toHaveLength(32);
    expect(register.targets).toHaveLength(29);
    expect(register.holidays.to).toBe('2028-12-31');
  });

  it('says exactly what its files say', () => {
    const { charter } = loadRegister(new URL('./data/', import.meta.url));
    expect(charter).toEqual(JSON.parse(readFileSync(join(shipped, 'charter.json'), 'utf8')));
  });
});

/** One damage: in a file, the text found first is replaced; the complaint lies so many lines below that text. */
type Damage = readonly [
  story: string,
  file: string,
  found: string,
  replacement: string,
  linesBelow: number,
  complaint: string,
];

const damages: readonly Damage[] = [
  ['a text that is no JSON', 'targets.json', '"ADP",', '"ADP"', 1, 'is not JSON: CommaExpected'],
  [
    'a number that is a text',
    'targets.json',
    '"workingDays": 60',
    '"workingDays": "60"',
    0,
    '/1/limit/workingDays must be integer',
  ],
  ['an unknown member', 'targets.json', '"role"', '"rôle"', 0, '/0/rôle is no member known here'],
  ['a missing member', 'benefits.json', '"code": "CAS",', '', -1, "/0 must have required property 'code'"],
  [
    'a role that there is not',
    'targets.json',
    '"assumption"',
    '"guess"',
    0,
    '/0/role must be equal to one of the allowed values: ["statutory","agency","assumption"]',
  ],
  ['a date that there is not', 'targets.json', '2018-01-01', '2018-02-30', 0, '/0/from must match format "date"'],
  [
    'a limit in other words',
    'benefits.json',
    '56 calendar days',
    '8 weeks',
    0,
    '/10/redetermination/limit must match pattern "^[1-9]\\d* (calendar|working) days$"',
  ],
  [
    'evidence by a measure whose id is not kebab-case',
    'charter.json',
    '"measure": "right-first-time"',
    '"measure": "RightFirstTime"',
    0,
    '/measures/10/evidencedBy/0/measure must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"',
  ],
  [
    'evidence of an unknown kind',
    'charter.json',
    '"kind": "survey"',
    '"kind": "rumour"',
    0,
    '/measures/0/evidencedBy/0 value of tag "kind" must be in oneOf',
  ],
  ['a measure twice', 'charter.json', '"id": "S1-M02"', '"id": "S1-M01"', -1, '/measures/1 is a second S1-M01'],
  [
    'a measure of a commitment that there is not',
    'charter.json',
    '{ "edition": "2019", "id": "1.1" }',
    '{ "edition": "2024", "id": "9.9" }',
    0,
    '/measures/0/commitments/0 names no commitment: 2024/9.9',
  ],
  [
    'a commitment that continues none',
    'charter.json',
    '"continues": ["2.4"]',
    '"continues": ["9.9"]',
    0,
    '/editions/1/commitments/2/continues/0 names no commitment of 2019: 9.9',
  ],
  [
    'a principle over a commitment that there is not',
    'charter.json',
    '["4.4", "4.12", "4.13"]',
    '["4.4", "9.9", "4.13"]',
    0,
    '/principles/0/commitments2019/1 names no commitment of 2019: 9.9',
  ],
  [
    'a theme that leaves a commitment out',
    'charter.json',
    '"1.2", "1.3", "1.4", "1.6", "1.8", "3.2", "3.3"',
    '"1.2", "1.3", "1.4", "1.6", "1.8", "3.2"',
    -4,
    '/themes leave out commitment 3.3 of 2019',
  ],
  [
    'a section that there is not',
    'charter.json',
    `"section": "A people's service"`,
    '"section": "Elsewhere"',
    0,
    '/editions/0/commitments/0/section names no section: Elsewhere',
  ],
  [
    'editions that overlap',
    'charter.json',
    '"from": "2024-06-26"',
    '"from": "2024-06-25"',
    0,
    '/editions/1/from is before edition 2019 ends',
  ],
  [
    'a proxy that does not say why',
    'charter.json',
    '"relation": "direct"',
    '"relation": "proxy"',
    0,
    '/measures/0/evidencedBy/0 must say why where it is a proxy, and only there',
  ],
  [
    'a benefit that events cannot name',
    'benefits.json',
    '"JSP"',
    '"JSQ"',
    0,
    '/7/code JSQ is no code that events may use',
  ],
  ['a benefit left out', 'benefits.json', '"JSP"', '"YCG"', -1, '/7 is a second YCG'],
  [
    'a council area that events cannot name',
    'council-areas.json',
    'S12000005',
    'S12000001',
    0,
    '/0/code S12000001 is no code that events may use',
  ],
  [
    'a target of no benefit',
    'targets.json',
    '"benefit": "SCP"',
    '"benefit": "SCQ"',
    0,
    '/0/benefit names no benefit: SCQ',
  ],
  [
    'a target twice from the same day',
    'targets.json',
    '"benefit": "ADP"',
    '"benefit": "SCP"',
    -2,
    '/1 is a second decisions-in-time for SCP from 2018-01-01',
  ],
  [
    'a target that states nothing',
    'targets.json',
    '"limit": { "workingDays": 20 },',
    '',
    -3,
    '/0 must state either a limit or an objective',
  ],
  [
    'a limit for nobody',
    'targets.json',
    '"benefit": "SCP",',
    '',
    -2,
    '/0 must be for either a benefit or special rules, as it states a limit',
  ],
  [
    'an objective of one benefit',
    'targets.json',
    '"objective": {',
    '"benefit": "SCP", "objective": {',
    -2,
    '/18 must be for the whole measure, as it states an objective',
  ],
  [
    'a holiday on a Saturday',
    'scotland-bank-holidays.json',
    '2018-03-30',
    '2018-03-31',
    0,
    '/holidays/2/date 2018-03-31 is no weekday',
  ],
  [
    'a holiday outside the calendar',
    'scotland-bank-holidays.json',
    '"to": "2028-12-31"',
    '"to": "2028-12-25"',
    104,
    '/holidays/102/date 2028-12-26 lies outside 2018-01-01 to 2028-12-25',
  ],
  [
    'a holiday twice',
    'scotland-bank-holidays.json',
    '{ "date": "2018-01-02"',
    '{ "date": "2018-01-01"',
    0,
    '/holidays/1/date 2018-01-01 does not come after 2018-01-01',
  ],
];

describe('a damaged register', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'register-'));
    cpSync(shipped, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(damages)('with %s is refused at its line', (_story, name, found, replacement, linesBelow, complaint) => {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    const place = text.indexOf(found);
    expect(place).toBeGreaterThanOrEqual(0);
    writeFileSync(file, text.replace(found, replacement));
    const line = text.slice(0, place).split('\n').length + linesBelow;
    expect(complaintsOf(folder)).toContain(`${file}:${line}: ${complaint}`);
  });

  it('names every benefit that has no target', () => {
    const file = join(folder, 'targets.json');
    writeFileSync(file, '[]\n');
    expect(complaintsOf(folder)).toContain(`${file}:1: / lack a limit of decisions-in-time for SADLA`);
    expect(complaintsOf(folder)).toContain(`${file}:1: / lack a limit of decisions-in-time for special rules`);
  });
});

/** What the loader complains of, line by line. */
function complaintsOf(folder: string): readonly string[] {
  try {
    loadRegister(folder);
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [];
  }
  return [];
}
