import { describe, expect, it } from '@jest/globals';
import { releaseOf } from '../../query-client/example-scrutiny.testkit.js';
import { lastRelease } from './last-release.rule.js';

const last = releaseOf('2025-26.1', '2025-26');
const earlier = releaseOf('2024-25.1', '2024-25');

describe('the last release', () => {
  it('is that of the last year, whichever comes first in the list', () => {
    expect(lastRelease([last, earlier])).toBe(last);
    expect(lastRelease([earlier, last])).toBe(last);
  });

  it('is not that of an earlier year that was corrected since', () => {
    const corrected = { ...releaseOf('2024-25.2', '2024-25'), madeAt: '2026-12-01T10:00:00Z', supersedes: '2024-25.1' };
    expect(lastRelease([corrected, last, { ...earlier, supersededBy: '2024-25.2' }])).toBe(last);
  });

  it('is the one whose place no other has taken', () => {
    const again = { ...releaseOf('2025-26.2', '2025-26'), supersedes: '2025-26.1' };
    expect(lastRelease([again, { ...last, supersededBy: '2025-26.2' }, earlier])).toBe(again);
  });

  it('is none where there is none', () => {
    expect(lastRelease([])).toBeNull();
  });
});
