import { createHash } from 'node:crypto';
import type { FilingKind } from './fileable.rule.js';
import type { FiledMembers } from './filing.parser.js';

const SOURCE = 'charter-monitor/pages';

const types: Readonly<Record<FilingKind, string>> = {
  figure: 'charter.figure.reported.v1',
  evidence: 'charter.evidence.filed.v1',
};

/** What is filed, and by which showing of the form. */
export interface Filing {
  readonly kind: FilingKind;
  readonly measure: string;
  readonly members: FiledMembers;
  /** Id of the form, made when it was shown. */
  readonly form: string;
}

/** A CloudEvent (contract: events, "Envelope"). */
export interface FilingEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly subject: string;
  readonly data: FiledMembers & { readonly measure: string };
}

/** Without `time`. The id is of the form and what stands in it: the same sent twice is one event, anything else another. */
export function filingEvent({ kind, measure, members, form }: Filing): Omit<FilingEvent, 'time'> {
  const data = { measure, ...members };
  const subject = `${measure}.${String(members.year)}`;
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, data]))
    .digest('hex')
    .slice(0, 16);
  return { specversion: '1.0', id: `${form}.${digest}`, source: SOURCE, type: types[kind], subject, data };
}
