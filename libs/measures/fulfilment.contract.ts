import { describe, expect, it } from '@jest/globals';
import { given, received, recordedOn, type Scenario, type Told } from './measure.testkit.js';

/** A fact of a request, or of what fulfils it, on a day; both of the ref `f1` where none is named. */
type ToldOn = (when: string, ref?: string) => Told;

/** A claim with these facts beside its application. */
export function claimWith(...facts: readonly Told[]): Scenario {
  return given(received('2026-01-05', { benefit: 'ADP', localAuthority: 'S12000036' }), ...facts);
}

/** What every measure of requests that are fulfilled, each under a ref of its own, keeps to. */
export function describeFulfilment(name: string, id: string, asked: ToldOn, done: ToldOn): void {
  describe(name, () => {
    it('is counted on the day it was requested, whenever it was fulfilled', () => {
      expect(claimWith(asked('2026-04-01'), done('2026-06-01')).days(id)).toEqual(['2026-04-01: 1/1']);
      expect(claimWith(asked('2026-04-01'), done('2026-04-01')).days(id)).toEqual(['2026-04-01: 1/1']);
      expect(claimWith(asked('2026-04-01')).days(id)).toEqual(['2026-04-01: 0/1']);
    });

    it('is not fulfilled by what came before it; the next in sequence counts', () => {
      expect(claimWith(asked('2026-04-01'), done('2026-03-31')).days(id)).toEqual(['2026-04-01: 0/1']);
      expect(claimWith(asked('2026-04-01'), done('2026-03-31'), done('2026-04-02')).days(id)).toEqual([
        '2026-04-01: 1/1',
      ]);
    });

    it('is fulfilled by its own ref, each ref once, the earliest of several beginnings counting', () => {
      expect(claimWith(asked('2026-04-01'), done('2026-04-02', 'f2')).days(id)).toEqual(['2026-04-01: 0/1']);
      expect(claimWith(asked('2026-04-01'), asked('2026-04-01', 'f2'), done('2026-04-02', 'f2')).days(id)).toEqual([
        '2026-04-01: 1/2',
      ]);
      expect(claimWith(asked('2026-04-08'), asked('2026-04-01'), done('2026-04-03')).days(id)).toEqual([
        '2026-04-01: 1/1',
      ]);
    });

    it('waits for its application; what fulfils it waits for it', () => {
      expect(given(asked('2026-04-01'), done('2026-04-02')).days(id)).toEqual([]);
      const late = claimWith(done('2026-04-02'), recordedOn('2026-05-01', asked('2026-04-01')));
      expect(late.days(id, '2026-04-30')).toEqual([]);
      expect(late.days(id)).toEqual(['2026-04-01: 1/1']);
    });

    it('carries the claim’s dimensions, and is provisional for 90 days', () => {
      const cases = claimWith(asked('2026-04-30'), done('2026-05-02'));
      expect(cases.ask(id, { from: '2026-04', by: ['benefit', 'localAuthority'] })).toMatchObject([
        { dimensions: { benefit: 'ADP', localAuthority: 'S12000036' }, value: 1 },
      ]);
      const status = (asOf: string): unknown => cases.ask(id, { from: '2026-04', asOf })[0]?.status;
      expect([status('2026-07-28'), status('2026-07-29')]).toEqual([['p'], []]);
    });
  });
}
