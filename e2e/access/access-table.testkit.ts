/** What each role is answered, in the order of the contract's columns: public, scrutiny, staff, compiler, auditor, producer, importer, admin. */
export interface AccessRow {
  readonly asks: `${'GET' | 'POST'} /${string}`;
  readonly statuses: string;
  readonly body?: object;
  /** What tells this row from others of the same route. */
  readonly story?: string;
}

const MONTH = 'measure=applications-received&grain=month&from=2026-04-01&to=2026-04-30';
const EVERYONE = '200 200 200 200 200 200 200 200';
const FIGURES = '401 200 200 200 200 403 403 200';
const EXACT_FIGURES = '401 403 200 200 200 403 403 200';
const EXPLANATIONS = '401 200 200 200 200 403 403 403';
const AGGREGATES = '401 403 403 200 200 403 403 403';

/** A release that everybody may read has been made before: its id stands for `{id}`. */
export const ACCESS_TABLE: readonly AccessRow[] = [
  { asks: 'GET /v1/measures', statuses: EVERYONE },
  { asks: 'GET /v1/measures/decisions-in-time', statuses: EVERYONE },
  { asks: 'GET /v1/dimensions', statuses: EVERYONE },
  { asks: 'GET /v1/targets', statuses: EVERYONE },
  { asks: 'GET /v1/commitments', statuses: EVERYONE },
  { asks: 'GET /v1/commitments/2019/2.2', statuses: EVERYONE },
  { asks: 'GET /v1/openapi.json', statuses: EVERYONE },
  { asks: 'GET /v1/signing-key', statuses: EVERYONE },
  { asks: 'GET /health/live', statuses: EVERYONE },
  { asks: 'GET /health/ready', statuses: EVERYONE },
  { asks: 'GET /v1/releases', statuses: EVERYONE },
  { asks: 'GET /v1/releases/{id}', statuses: EVERYONE },
  { asks: 'GET /v1/releases/{id}/aggregates', statuses: EVERYONE },
  { asks: 'GET /v1/releases/{id}/manifest', statuses: EVERYONE },
  { asks: 'GET /v1/releases/{id}/differences?since={id}', statuses: EVERYONE },
  { asks: 'GET /v1/steps', statuses: EVERYONE },
  { asks: `GET /v1/observations?${MONTH}`, statuses: FIGURES },
  { asks: 'GET /v1/observations/stream?measure=applications-received&grain=month', statuses: FIGURES },
  { asks: `GET /v1/observations/workbook?${MONTH}`, statuses: EXACT_FIGURES },
  { asks: 'GET /v1/attention', statuses: FIGURES },
  { asks: 'GET /v1/attention/stream', statuses: FIGURES },
  { asks: `GET /v1/distribution?measure=decision-time&period=2026-04`, statuses: EXACT_FIGURES },
  { asks: 'GET /v1/queue?measure=decisions-in-time', statuses: EXACT_FIGURES },
  { asks: 'GET /v1/explain?measure=applications-received&period=2026-04', statuses: EXPLANATIONS },
  { asks: 'GET /v1/aggregates?year=2025-26', statuses: AGGREGATES },
  { asks: 'GET /v1/checks?year=2025-26', statuses: AGGREGATES },
  { asks: 'GET /v1/status', statuses: EVERYONE },
  { asks: 'GET /v1/audit', statuses: '401 403 403 403 200 403 403 200' },
  { asks: 'GET /v1/quarantine', statuses: '401 403 403 403 200 403 403 200' },
  {
    asks: 'POST /v1/quarantine/0-9/replay',
    statuses: '401 403 403 403 403 403 403 404',
    story: 'of an entry that there is not',
  },
  { asks: 'GET /metrics', statuses: '401 403 403 403 403 403 403 200' },
  {
    asks: 'POST /v1/releases',
    statuses: '401 403 403 201 403 403 403 403',
    body: { year: '2025-26', state: 'provisional' },
  },
];

/** Facts, and what becomes of each by role: intake takes, refuses for what it says, or turns away. */
export const SENDING: readonly AccessRow[] = [
  {
    asks: 'POST /v1/events',
    story: 'a fact of a claim',
    statuses: '401 403 403 403 403 202 202 403',
    body: eventOf('application.received', 'CLAIM-000001', { benefit: 'SCP', channel: 'online' }),
  },
  {
    asks: 'POST /v1/events',
    story: 'a fact of a claim with its record time',
    statuses: '401 403 403 403 403 400 202 403',
    body: {
      ...eventOf('application.received', 'CLAIM-000002', { benefit: 'SCP', channel: 'online' }),
      recordedtime: '2026-04-02T09:30:00Z',
    },
  },
  {
    asks: 'POST /v1/events',
    story: 'a reported figure',
    statuses: '401 403 403 202 403 202 202 403',
    body: eventOf('figure.reported', 'S3-M58.2025-26', { measure: 'S3-M58', year: '2025-26', value: 7 }),
  },
];

function eventOf(fact: string, subject: string, data: object): object {
  return {
    specversion: '1.0',
    id: `access-${subject}`,
    source: 'urn:example:access-table',
    type: `charter.${fact}.v1`,
    time: '2026-04-02T09:30:00Z',
    subject,
    data,
  };
}
