import { it } from '@jest/globals';
import { Chance } from './chance.simulation.js';
import { drawPlan, clockStart } from './plan.simulation.js';
import { parseEvent } from '../../libs/events/envelope.parser.js';
it('dbg', () => {
  const seen = new Set();
  for (let seed = 1; seed < 300; seed++) {
    const plan = drawPlan(new Chance(seed));
    for (const m of plan.batches.flat()) {
      const r = m.value === null ? { ok: false, refusal: { code: 'not-json' } } as const : parseEvent(m.value, { now: clockStart, mayRecord: true });
      const code = r.ok ? 'ok' : r.refusal.code;
      const want = typeof m.meaning === 'string' ? m.meaning : 'ok';
      const line = want + ' ' + code;
      if (want !== code && !seen.has(line)) { seen.add(line); console.log(want, JSON.stringify(r).slice(0, 300), m.value?.slice(0, 500)); }
    }
  }
});
