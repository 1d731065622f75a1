import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../libs/access/role.rule.js';
import { EverythingRead, sampleParameters, type ReadAnswer } from './everything-read.testkit.js';
import { figuresAreUpToDate } from './figures.testkit.js';
import { OtlpReceiver } from './otlp-receiver.testkit.js';
import { newDataFolder, runCharter, startProgram, type RunningSystem } from './running-system.testkit.js';
import { holds, pathOf, planted, plantedLines } from './planted.testkit.js';

const VIEWERS = ['public', 'scrutiny', 'staff', 'compiler', 'auditor', 'admin'] as const;

const folder = newDataFolder();
let receiver: OtlpReceiver;
let system: RunningSystem;
let everything: EverythingRead;

beforeAll(async () => {
  receiver = await OtlpReceiver.open();
  system = await startProgram('dist/services/standalone/main.js', {
    CHARTER_DATA: folder.path,
    CHARTER_DEMO: 'off',
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_BSP_SCHEDULE_DELAY: '50',
  });
  const file = join(folder.path, 'planted.ndjson');
  writeFileSync(file, plantedLines().join('\n'));
  const { stdout } = await runCharter(folder.path, ['ingest', file, '--url', system.url, '--token', 'demo-importer']);
  await figuresAreUpToDate(system.url, Number(/([\d,]+) accepted/.exec(stdout)?.[1]?.replaceAll(',', '')));
  const release = ['release', '2025-26', '--state', 'final', '--url', system.url, '--token', 'demo-compiler'];
  for (let made = 0; made < 2; made += 1) expect(await runCharter(folder.path, release)).toMatchObject({ code: 0 });
  everything = new EverythingRead(system.url, sampleParameters);
}, 120_000);

afterAll(async () => {
  await system.kill();
  await receiver.close();
  folder.remove();
});

describe('case references', () => {
  it('are in no answer of any interface to any role, but in explanations for the auditor', async () => {
    for (const role of ROLES) await everything.interfaces(role);
    const { answers } = everything;
    const paths = (some: readonly ReadAnswer[]): readonly string[] => [...new Set(some.map(pathOf))].sort();
    expect(paths(answers.filter(({ status }) => status === 200))).toEqual(paths(answers));
    const holders = answers.filter(holds).map((answer) => `${answer.role} ${pathOf(answer)}`);
    expect(new Set(holders)).toEqual(new Set(['auditor /v1/explain']));
  }, 60_000);

  it.each(VIEWERS)(
    'are on no page and in no download, but in explanations for the auditor: %s',
    async (viewer) => {
      const pages = new EverythingRead(system.url, sampleParameters);
      await pages.pages(viewer);
      const { answers } = pages;
      const notThere = answers.filter(({ status }) => status !== 200 && status !== 403).map(({ address }) => address);
      expect(notThere).toEqual([]);
      expect(answers.length).toBeGreaterThan(50);
      expect(answers.some(({ text }) => text.includes('content-disposition: attachment'))).toBe(true);
      const others = viewer === 'auditor' ? answers.filter((one) => !pathOf(one).endsWith('/explain')) : answers;
      expect(others.filter(holds).map(pathOf)).toEqual([]);
    },
    120_000,
  );

  it('are in no span, metric or log line', async () => {
    const metrics = await fetch(new URL('/metrics', system.url), { headers: { authorization: 'Bearer demo-admin' } });
    const told = { spans: receiver.text, metrics: await metrics.text(), logs: system.told() };
    expect(told.spans).toContain('fold events');
    expect(told.metrics).toContain('charter_events{');
    expect(Object.entries(told).filter(([, text]) => text.includes(planted))).toEqual([]);
  });
});
