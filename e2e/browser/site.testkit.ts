/** Where demo-system.setup.js has started the site that is tried. */
export function theSite(): string {
  const address = process.env['CHARTER_TRIED_AT'];
  if (address === undefined) throw new Error('no site is running: use npm run test:browser');
  return address;
}

/** Every kind of page, and of the pages of measures one for each kind of figure and of drawing. */
export const pages: readonly string[] = [
  '/',
  '/?edition=2024',
  '/live',
  '/live?group=payments',
  '/live/attention',
  '/live/measure/decisions-in-time',
  '/live/measure/decisions-in-time?by=area',
  '/live/measure/decision-time',
  '/live/measure/open-applications',
  '/live/measure/applications-received?grain=week&benefit=SCP',
  '/live/measure/decision-time?grain=year',
  '/live/measure/call-wait?grain=day&from=2026-06-01&to=2026-06-14&asof=2026-10-01',
  '/live/measure/open-applications?grain=quarter',
  '/live/measure/redetermination-outcomes',
  '/commitments/2019/2.2',
  '/guide',
  '/scrutiny',
  '/scrutiny?state=gap',
  '/scrutiny/S2-M31?a=2024-25.1&b=2025-26.1',
  '/scrutiny/decisions-in-time?a=2024-25.1&b=2025-26.1',
  '/scrutiny/decisions-in-time/explain',
  '/annual',
  '/annual/2025-26',
  '/annual/2025-26/releases/2025-26.1',
  '/annual/2025-26/compare',
  '/methods',
  '/glossary',
  '/data',
  '/status',
  '/accessibility',
  '/privacy',
  '/search',
  '/search?q=decision',
  '/search?q=nothing-of-the-kind',
];

/** A page in place of one that is not there. */
export const missingPage = '/nowhere';

/** Asks the interface for programs, as staff. */
export async function figuresFor<Answer>(path: string): Promise<Answer> {
  const response = await fetch(new URL(path, theSite()), { headers: { authorization: 'Bearer demo-staff' } });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
  return (await response.json()) as Answer;
}

let sent = 0;

/** Tells the site of new applications, received just now. */
export async function applicationsCome(count: number): Promise<void> {
  const time = new Date().toISOString();
  await send(
    Array.from({ length: count }, () => eventOf('application.received', time, { benefit: 'SCP', channel: 'online' })),
  );
}

/** Tells the site of a complaint of some time ago that nobody has answered. */
export async function complaintCame(stage: 1 | 2, time: string): Promise<void> {
  await send([eventOf('complaint.received', time, { stage, reason: 'decision' })]);
}

function eventOf(fact: string, time: string, data: object): object {
  sent += 1;
  const name = `BROWSER-${process.pid}-${Date.now()}-${sent}`;
  const type = `charter.${fact}.v1`;
  return { specversion: '1.0', id: name, source: 'urn:example:browser-tests', type, time, subject: name, data };
}

async function send(events: readonly object[]): Promise<void> {
  const response = await fetch(new URL('/v1/events', theSite()), {
    method: 'POST',
    headers: { authorization: 'Bearer demo-producer', 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(events),
  });
  if (response.status !== 202) throw new Error(`events were answered ${response.status}: ${await response.text()}`);
}
