import { it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { compile } from 'sass';
import { render } from 'preact-render-to-string';
import { FigureSection } from './figure.section.js';
import { storyOf } from './figure.story.js';
import { SparkLine } from './spark-line.chart.js';
import { aboutOf, answerOf, measureOf, monthsFrom, periodsFrom, observationOf, proportionOf } from './story.testkit.js';
it('x', () => {
  const html: any[] = [];
  const m = measureOf('decisions-in-time', 'limit');
  const obj = { op: 'gte', value: 0.9, role: 'assumption' as const, source: 'x' };
  const ns = [91, 92, 90, 93, 95, 96, 92, 91, 88, 86, 87, 85, 84, 83, 85, 84, 85, 79, 70, 72];
  const obs = monthsFrom(
    '2025-04-01',
    ns.map((n, i) =>
      i === 6
        ? { target: 0.9, status: ['z'] as const }
        : { ...proportionOf(n * 10, 1000), target: 0.9, complete: i < 19, status: i >= 18 ? ['p' as const] : [] },
    ),
  );
  const add = (a: any, b: any) => {
    const s = storyOf(a, b);
    html.push(
      render(
        <>
          <FigureSection story={s} answer={a} id={`f${html.length}`} />
          <SparkLine story={s} />
        </>,
      ),
    );
  };
  add(answerOf(m, obs), aboutOf(m, { objective: obj, place: 'Scottish Child Payment, online' }));
  add(answerOf(m, obs.slice(-3)), aboutOf(m, { objective: obj }));
  const t = measureOf('call-wait', 'mean', 'Wait for a call to be answered');
  add(
    answerOf(
      t,
      monthsFrom(
        '2025-04-01',
        ns.map((n) => ({ value: n * 5.123, numerator: n * 5123, denominator: 1000, target: 300 })),
      ),
    ),
    aboutOf(t, { objective: { ...obj, op: 'lte', value: 300 } }),
  );
  const c = measureOf('applications-received', 'count', 'Applications received');
  add(
    answerOf(
      c,
      periodsFrom('day', '2026-08-01', 115).map((p, i) =>
        observationOf(p, { value: Math.round(1000 + 400 * Math.sin(i / 7) - (i % 7 > 4 ? 500 : 0)) }),
      ),
      { grain: 'day' },
    ),
    aboutOf(c),
  );
  const r = measureOf('redetermination-outcomes', 'shares', 'Outcomes of redeterminations');
  add(
    answerOf(
      r,
      monthsFrom(
        '2025-04-01',
        ns.map((n, i) => ({
          value: 2 * n + 10,
          parts: { allowed: n, 'partly-allowed': 10, disallowed: n - 5, withdrawn: 5 },
          status: i > 18 ? ['p' as const] : [],
        })),
      ),
    ),
    aboutOf(r),
  );
  const css = compile('dashboards/figures/figures.scss').css;
  const doc = `<!doctype html><html lang=en><meta name=viewport content="width=device-width"><title>x</title><style>body{font:16px sans-serif;margin:16px} .figure{max-width:45rem}${css}</style><main><h1>t</h1>${html.join('')}</main>`;
  writeFileSync('/tmp/look.html', doc);
  process.stdout.write(html.map((h) => h.length).join(' '));
});
