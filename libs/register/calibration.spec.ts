import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadCalibration } from './calibration.store.js';

const shipped = fileURLToPath(new URL('./data/calibration.json', import.meta.url));

describe('the calibration that comes with the system', () => {
  it('loads, and says exactly what its file says', () => {
    expect(loadCalibration()).toEqual(JSON.parse(readFileSync(shipped, 'utf8')));
  });

  it('says that it is for synthetic data only', () => {
    expect(loadCalibration().about).toContain('synthetic data only');
  });
});

describe('a damaged calibration', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'calibration-'));
    cpSync(shipped, join(folder, 'calibration.json'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a benefit that events cannot name', '"code": "JSP"', '"code": "JSQ"', '/benefits/6/code must be equal to one of'],
    ['a benefit twice', '"code": "JSP"', '"code": "YCG"', '/benefits/6 is a second YCG'],
    ['a season that there is not', '"season": "winter"', '"season": "monsoon"', 'names no season: monsoon'],
    ['channels that there are not', '"channels": "funeral"', '"channels": "none"', 'names no set of channels: none'],
    ['outcomes of more than all', '"denied": 0.64', '"denied": 0.74', '/benefits/6/outcomes must add up to 1'],
    ['a week of other than seven days', '[1.25, 1.2,', '[1.5, 1.2,', '/weekdays must add up to 7'],
    ['a council area left out', '"S12000005": 52,', '', "must have required property 'S12000005'"],
    ['a surge that goes back', '"afterDays": 30,', '"afterDays": 3,', 'does not come after the one before'],
  ])('with %s is refused', (_story, found, replacement, complaint) => {
    const file = join(folder, 'calibration.json');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(found);
    writeFileSync(file, text.replace(found, replacement));
    expect(() => loadCalibration(folder)).toThrow(complaint);
  });
});
