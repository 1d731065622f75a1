import { describe, expect, it } from '@jest/globals';
import { fact, given, received } from '../measure.testkit.js';

describe('appeals lodged', () => {
  it('are counted on the day they were lodged, each ref once, whatever comes of them', () => {
    const claim = given(
      received('2026-03-02', { benefit: 'ADP' }),
      fact('appeal.lodged', '2026-04-30T23:30:00Z', { ref: 'a1' }),
      fact('appeal.lodged', '2026-05-20', { ref: 'a1' }),
      fact('appeal.lodged', '2026-05-21', { ref: 'a2' }),
      fact('appeal.decided', '2026-06-01', { ref: 'a2', outcome: 'withdrawn' }),
    );
    const months = claim.ask('appeals-lodged', { from: '2026-04', to: '2026-06' });
    expect(months.map(({ period, value }) => [period, value])).toEqual([
      ['2026-04', 0],
      ['2026-05', 2],
      ['2026-06', 0],
    ]);
  });

  it('wait for the application of their claim', () => {
    const lodged = fact('appeal.lodged', '2026-05-21', { ref: 'a2' });
    expect(given(lodged).ask('appeals-lodged', { from: '2026-05' })[0]?.value).toBe(0);
  });
});
