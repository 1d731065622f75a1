import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../libs/access/role.rule.js';
import { EverythingRead, sampleParameters } from '../doors/everything-read.testkit.js';
import { figuresAreUpToDate } from '../doors/figures.testkit.js';
import { OtlpReceiver } from '../doors/otlp-receiver.testkit.js';
import { holds, pathOf, planted, plantedLines } from '../doors/planted.testkit.js';
import { newDataFolder, runCharter, type RunningSystem } from '../doors/running-system.testkit.js';
import { killAll, newPlace, startPages, startService } from './distributed-system.testkit.js';

describe('case references in a process for each service', () => {
  const folder = newDataFolder();
  let receiver: OtlpReceiver;
  let services: readonly RunningSystem[] = [];
  let query: RunningSystem;
  let pages: RunningSystem;

  beforeAll(async () => {
    receiver = await OtlpReceiver.open();
    const place = newPlace();
    const environment = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '50' };
    const indicators = await startService('indicators', place, { environment });
    const intake = await startService('intake', place, { environment });
    query = await startService('query', place, { environment });
    pages = await startPages(query.url);
    services = [indicators, intake, query, pages];
    const sent = await runCharter(folder.path, ['ingest', '-', '--url', intake.url], plantedLines().join('\n'));
    await figuresAreUpToDate(query.url, Number(/([\d,]+) accepted/.exec(sent.stdout)?.[1]?.replaceAll(',', '')));
    const release = ['release', '2025-26', '--state', 'final', '--url', query.url, '--token', 'demo-compiler'];
    for (let made = 0; made < 2; made += 1) expect(await runCharter(folder.path, release)).toMatchObject({ code: 0 });
  }, 120_000);
  afterAll(async () => {
    await killAll(...services);
    await receiver.close();
    folder.remove();
  });

  it('are in no answer to any role, but in explanations for the auditor', async () => {
    const everything = new EverythingRead(query.url, sampleParameters);
    for (const role of ROLES) await everything.interfaces(role);
    const holders = everything.answers.filter(holds).map((answer) => `${answer.role} ${pathOf(answer)}`);
    expect(new Set(holders)).toEqual(new Set(['auditor /v1/explain']));
  }, 60_000);

  it.each(['public', 'staff', 'compiler'] as const)(
    'are on no page and in no download, for %s',
    async (viewer) => {
      const everything = new EverythingRead(pages.url, sampleParameters);
      await everything.pages(viewer);
      expect(everything.answers.length).toBeGreaterThan(50);
      expect(everything.answers.filter(holds).map(pathOf)).toEqual([]);
    },
    120_000,
  );

  it('are in no span, metric or log line', async () => {
    const metrics = await Promise.all(
      services.map(async ({ url }) => {
        const answer = await fetch(new URL('/metrics', url), { headers: { authorization: 'Bearer demo-admin' } });
        return answer.text();
      }),
    );
    expect(receiver.text).toContain('fold events');
    expect(metrics.join('')).toContain('charter_events{');
    const told = [receiver.text, ...metrics, ...services.map((one) => one.told())];
    expect(told.filter((text) => text.includes(planted))).toEqual([]);
  });
});
