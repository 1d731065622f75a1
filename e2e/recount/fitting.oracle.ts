import type { Check } from './check.oracle.js';
import {
  answers,
  benefit,
  councilArea,
  date,
  financialYear,
  flag,
  httpsUrl,
  integer,
  matching,
  number,
  oneOf,
  ref,
  text,
} from './check.oracle.js';
import type { Members } from './fact.oracle.js';
import { isMembers } from './fact.oracle.js';
import type { Rules } from './rules.oracle.js';

type Checks = Readonly<Record<string, Check>>;
/** The members that must be there and those that may be; no others may. */
type Shape = readonly [required: Checks, optional?: Checks];

const stage = oneOf(1, 2);
const pence = integer(0, 1_000_000_000);
const measure = matching(/^[A-Za-z0-9._-]{1,56}$/);
const channel = oneOf('online', 'phone', 'paper', 'in-person', 'local-delivery');

/** The data of every fact that a figure or a row of the framework rests on (contract: events, Facts). */
const SHAPES = new Map<string, Shape>([
  [
    'application.received',
    [
      { benefit, channel },
      { localAuthority: councilArea, specialRules: flag, part2Required: flag },
    ],
  ],
  ['application.part2-received', [{}]],
  ['application.withdrawn', [{}]],
  ['evidence.complete', [{}]],
  ['consultation.held', [{ mode: oneOf('phone', 'video', 'in-person') }]],
  ['decision.made', [{ outcome: oneOf('authorised', 'denied') }]],
  ['redetermination.requested', [{ ref }, { late: flag }]],
  ['redetermination.accepted-late', [{ ref }]],
  ['redetermination.withdrawn', [{ ref }]],
  ['redetermination.overdue-notified', [{ ref }]],
  [
    'redetermination.decided',
    [
      { ref, outcome: oneOf('allowed', 'partly-allowed', 'disallowed') },
      { reason: oneOf('new-evidence', 'evidence-reweighed', 'error-of-fact', 'error-of-law', 'no-change') },
    ],
  ],
  ['appeal.lodged', [{ ref }, { redetermination: ref }]],
  ['appeal.decided', [{ ref, outcome: oneOf('upheld', 'partly-upheld', 'dismissed', 'withdrawn') }]],
  ['payment.promised', [{ ref, due: date, amountPence: pence }]],
  ['payment.issued', [{ ref, amountPence: pence }]],
  ['payment.corrected', [{ ref, amountPence: pence }]],
  [
    'equality.form-recorded',
    [
      {},
      {
        ageBand: oneOf('under-16', '16-24', '25-34', '35-44', '45-54', '55-64', '65-plus'),
        gender: oneOf('man', 'woman', 'other'),
        ethnicGroup: oneOf('white', 'asian', 'african', 'caribbean-or-black', 'mixed', 'other'),
        disability: oneOf('yes', 'no'),
      },
    ],
  ],
  [
    'document.format-requested',
    [{ ref, format: oneOf('bsl', 'braille', 'easy-read', 'large-print', 'audio', 'translation') }],
  ],
  ['document.format-supplied', [{ ref }]],
  ['adjustment.requested', [{ ref }]],
  ['adjustment.made', [{ ref }]],
  ['advocacy.referred', [{ ref }]],
  ['advocacy.started', [{ ref }]],
  ['appointment.requested', [{ ref, place: oneOf('home', 'venue', 'remote') }]],
  ['appointment.held', [{ ref }]],
  [
    'complaint.received',
    [
      {
        stage,
        reason: oneOf(
          'decision',
          'policy',
          'process-not-followed',
          'service-not-provided',
          'poor-standard',
          'staff-conduct',
        ),
      },
      { benefit, channel },
    ],
  ],
  ['complaint.responded', [{ stage, outcome: oneOf('upheld', 'partly-upheld', 'not-upheld', 'resolved') }]],
  ['complaint.escalated', [{}]],
  ['complaint.withdrawn', [{}]],
  ['call.ended', [{ outcome: oneOf('answered', 'abandoned'), waitSeconds: integer(0, 86_400) }, { benefit }]],
  ['feedback.given', [{ rating: integer(1, 5) }, { benefit, channel }]],
  [
    'feedback.acted-on',
    [{ action: oneOf('process-changed', 'staff-briefed', 'apology-issued', 'payment-made', 'explained') }],
  ],
  [
    'survey.response-recorded',
    [{ survey: oneOf('client', 'staff', 'partner'), year: financialYear, answers }, { benefit }],
  ],
  [
    'figure.reported',
    [
      { measure, year: financialYear, value: number },
      { numerator: number, denominator: number, note: text(500) },
    ],
  ],
  ['evidence.filed', [{ measure, year: financialYear, title: text(120), summary: text(2_000) }, { link: httpsUrl }]],
]);

/** Whether corrected data are data of this type of fact. Types that nothing rests on take any object. */
export function fitsType(type: string, data: unknown, rules: Rules): data is Members {
  if (!isMembers(data)) return false;
  const shape = SHAPES.get(type);
  if (shape === undefined) return true;
  const [required, optional = {}] = shape;
  const checks = new Map(Object.entries({ ...optional, ...required }));
  return (
    Object.keys(required).every((name) => Object.hasOwn(data, name)) &&
    Object.entries(data).every(([name, value]) => checks.get(name)?.(value, rules) === true)
  );
}
