import { describe, expect, it } from '@jest/globals';
import { claimWith, describeFulfilment } from '../fulfilment.contract.js';
import { fact, type Told } from '../measure.testkit.js';

describeFulfilment(
  'a home visit that was asked for',
  'home-visits-held',
  (when, ref = 'f1') => fact('appointment.requested', when, { ref, place: 'home' }),
  (when, ref = 'f1') => fact('appointment.held', when, { ref }),
);

describe('a home visit', () => {
  it('is only what was asked for at home, by the earliest request of a ref', () => {
    const id = 'home-visits-held';
    const held = fact('appointment.held', '2026-04-03', { ref: 'f1' });
    const at = (when: string, place: 'home' | 'venue' | 'remote'): Told =>
      fact('appointment.requested', when, { ref: 'f1', place });
    for (const place of ['venue', 'remote'] as const) expect(claimWith(at('2026-04-01', place)).days(id)).toEqual([]);
    expect(claimWith(at('2026-04-01', 'venue'), at('2026-04-02', 'home'), held).days(id)).toEqual([]);
    expect(claimWith(at('2026-04-01', 'home'), at('2026-04-02', 'venue'), held).days(id)).toEqual(['2026-04-01: 1/1']);
  });
});
