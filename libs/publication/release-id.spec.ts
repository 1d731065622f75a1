import { describe, expect, it } from '@jest/globals';
import { nextReleaseId, successorId, supersededBy } from './release-id.rule.js';

const released = (...ids: readonly string[]): readonly { readonly id: string; readonly year: string }[] =>
  ids.map((id) => ({ id, year: id.slice(0, 7) }));

describe('the id of a release', () => {
  it('begins with 1 in every year, superseding nothing', () => {
    expect(nextReleaseId('2025-26', released('2024-25.1'))).toBe('2025-26.1');
    expect(supersededBy('2025-26', released('2024-25.1'))).toBeNull();
  });

  it('counts on from the highest, in whatever order they are given', () => {
    const earlier = released('2025-26.10', '2025-26.9', '2024-25.12');
    expect(nextReleaseId('2025-26', earlier)).toBe('2025-26.11');
    expect(supersededBy('2025-26', earlier)).toBe('2025-26.10');
  });

  it('says which one supersedes it, and the other way round', () => {
    for (const id of ['2025-26.1', '2025-26.9', '2024-25.12']) {
      const [earlier, year] = [released(id), id.slice(0, 7)];
      expect(successorId(id)).toBe(nextReleaseId(year, earlier));
      expect(supersededBy(year, earlier)).toBe(id);
    }
  });
});
