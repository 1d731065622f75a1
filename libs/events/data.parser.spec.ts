import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BENEFITS, COUNCIL_AREAS } from './codes.fact.js';
import { dataFits, dataRefusal } from './data.parser.js';
import { dataFor, seeded } from './fact.testkit.js';
import type { FactName } from './fact-name.fact.js';
import { FACT_NAMES } from './fact-name.fact.js';
import type { RefusalCode } from './refusal.fact.js';

/** The contract's tables over again, independent of the schemas: `*` required, `member:kind` where the two differ. */
const membersByFact: Readonly<Record<FactName, string>> = {
  'application.received': 'benefit* channel* localAuthority specialRules:flag part2Required:flag',
  'application.part2-received': '',
  'application.withdrawn': '',
  'case.work-started': '',
  'evidence.complete': '',
  'evidence.requested': 'ref*',
  'client.update-sent': 'channel:updateChannel*',
  'consultation.held': 'mode*',
  'decision.made': 'outcome:decision*',
  'redetermination.requested': 'ref* late:flag',
  'redetermination.accepted-late': 'ref*',
  'redetermination.withdrawn': 'ref*',
  'redetermination.overdue-notified': 'ref*',
  'redetermination.decided': 'ref* outcome:redetermination* reason:redeterminationReason',
  'appeal.lodged': 'ref* redetermination:ref',
  'appeal.decided': 'ref* outcome:appeal*',
  'payment.promised': 'ref* due* amountPence*',
  'payment.issued': 'ref* amountPence*',
  'payment.corrected': 'ref* amountPence*',
  'equality.form-recorded': 'ageBand gender ethnicGroup disability',
  'document.format-requested': 'ref* format*',
  'document.format-supplied': 'ref*',
  'adjustment.requested': 'ref*',
  'adjustment.made': 'ref*',
  'advocacy.referred': 'ref*',
  'advocacy.started': 'ref*',
  'appointment.held': 'ref*',
  'appointment.requested': 'ref* place*',
  'complaint.received': 'stage* channel reason:complaintReason* benefit',
  'complaint.acknowledged': 'stage*',
  'complaint.responded': 'stage* outcome:complaint*',
  'complaint.escalated': '',
  'complaint.withdrawn': '',
  'call.ended': 'outcome:call* waitSeconds* benefit',
  'feedback.given': 'rating* benefit channel',
  'feedback.acted-on': 'action*',
  'survey.response-recorded': 'survey* year* benefit answers*',
  'figure.reported': 'measure* year* value:number* numerator:number denominator:number note',
  'evidence.filed': 'measure* year* title* summary* link',
  'fact.corrected': 'source* id* time data',
  'fact.withdrawn': 'source* id* reason:withdrawalReason*',
};

interface Kind {
  readonly good: readonly unknown[];
  readonly bad: readonly (readonly [value: unknown, code: RefusalCode])[];
}

const noText = [1, true, null, {}, []].map((value) => [value, 'wrong-type'] as const);
const noNumber = ['1', true, null, {}, []].map((value) => [value, 'wrong-type'] as const);
const noObject = ['a', 1, true, null, ['a']].map((value) => [value, 'wrong-type'] as const);

function codes(list: string): Kind {
  const good = list.split('|');
  return { good, bad: [...noText, ...['', 'other-word', ` ${good[0]}`].map((code) => [code, 'wrong-value'] as const)] };
}

function whole(least: number, most: number): Kind {
  const outside = [least - 1, most + 1].map((value) => [value, 'wrong-value'] as const);
  return { good: [least, most], bad: [...noNumber, ...outside, [1.5, 'wrong-type'], [Infinity, 'wrong-type']] };
}

function text(most: number): Kind {
  return { good: ['', 'a', 'é'.repeat(most), '😀'.repeat(most)], bad: [...noText, ['é'.repeat(most + 1), 'too-long']] };
}

const ref: Kind = {
  good: ['a', 'A.b_c-9', 'x'.repeat(64)],
  bad: [...noText, ['', 'wrong-value'], ['a b', 'wrong-value'], ['a\n', 'wrong-value'], ['x'.repeat(65), 'too-long']],
};

const kinds: Readonly<Record<string, Kind>> = {
  ref,
  benefit: codes(BENEFITS.join('|')),
  localAuthority: codes(COUNCIL_AREAS.join('|')),
  channel: codes('online|phone|paper|in-person|local-delivery'),
  flag: { good: [true, false], bad: ['yes', 1, null].map((value) => [value, 'wrong-type'] as const) },
  updateChannel: codes('letter|sms|email|phone|portal'),
  mode: codes('phone|video|in-person'),
  decision: codes('authorised|denied'),
  redetermination: codes('allowed|partly-allowed|disallowed'),
  redeterminationReason: codes('new-evidence|evidence-reweighed|error-of-fact|error-of-law|no-change'),
  appeal: codes('upheld|partly-upheld|dismissed|withdrawn'),
  due: {
    good: ['2018-01-01', '2024-02-29', '2099-12-31'],
    bad: [
      ...noText,
      ...['2017-12-31', '2100-01-01', '2025-02-29', '2025-2-3', '2025-02-03T00:00:00Z', ''].map(
        (day) => [day, 'wrong-value'] as const,
      ),
    ],
  },
  amountPence: whole(0, 1_000_000_000),
  ageBand: codes('under-16|16-24|25-34|35-44|45-54|55-64|65-plus'),
  gender: codes('man|woman|other'),
  ethnicGroup: codes('white|asian|african|caribbean-or-black|mixed|other'),
  disability: codes('yes|no'),
  format: codes('bsl|braille|easy-read|large-print|audio|translation'),
  place: codes('home|venue|remote'),
  stage: whole(1, 2),
  complaintReason: codes('decision|policy|process-not-followed|service-not-provided|poor-standard|staff-conduct'),
  complaint: codes('upheld|partly-upheld|not-upheld|resolved'),
  call: codes('answered|abandoned'),
  waitSeconds: whole(0, 86_400),
  rating: whole(1, 5),
  action: codes('process-changed|staff-briefed|apology-issued|payment-made|explained'),
  survey: codes('client|staff|partner'),
  year: {
    good: ['2025-26', '2099-00'],
    bad: [...noText, ...['2024', '2024-26', '2024/25', ''].map((year) => [year, 'wrong-value'] as const)],
  },
  answers: { good: [{}, { 's1-m01': 1, q: 5, 9: 'not-applicable', '-': 'prefer-not-to-say' }], bad: noObject },
  measure: {
    good: ['S3-M58'],
    bad: [...noText, ['', 'wrong-value'], ['S3 M58', 'wrong-value'], ['x'.repeat(57), 'too-long']],
  },
  number: { good: [-1.5, 0, 1e300], bad: [...noNumber, [Infinity, 'wrong-type'], [-Infinity, 'wrong-type']] },
  note: text(500),
  title: text(120),
  summary: text(2_000),
  link: {
    good: ['https://example.scot/a?b=c#d'],
    bad: [...noText, ...['http://example.scot/', 'example.scot', ''].map((link) => [link, 'wrong-value'] as const)],
  },
  source: {
    good: ['urn:x', '/relative'],
    bad: [...noText, ['', 'wrong-value'], ['a b', 'wrong-value'], [`urn:${'x'.repeat(253)}`, 'too-long']],
  },
  id: { good: ['e-1', '😀'.repeat(128)], bad: [...noText, ['', 'wrong-value'], ['x'.repeat(129), 'too-long']] },
  time: {
    good: ['2025-05-06T10:00:00.25+01:00'],
    bad: [...noText, ['2025-05-06', 'wrong-value'], ['', 'wrong-value']],
  },
  data: { good: [{}, { anything: [1] }], bad: noObject },
  withdrawalReason: codes('entered-in-error|duplicate|wrong-case'),
};

interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly kind: Kind;
}

function membersOf(fact: FactName): readonly Member[] {
  const words = membersByFact[fact].split(' ').filter((word) => word !== '');
  return words.map((word) => {
    const [name = '', kind = name] = word.replace('*', '').split(':');
    return { name, required: word.endsWith('*'), kind: kinds[kind] ?? { good: [], bad: [] } };
  });
}

function dataWith(members: readonly Member[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(members.map(({ name, kind }) => [name, kind.good[0]]));
}

describe.each(FACT_NAMES)('data of %s', (fact) => {
  const members = membersOf(fact);
  const complete = dataWith(members);

  it('are admitted with every member, and with the required ones alone', () => {
    expect(dataRefusal(fact, complete)).toBeNull();
    const required = members.filter(
      (member) => member.required || (fact === 'fact.corrected' && member.name === 'time'),
    );
    expect(dataRefusal(fact, dataWith(required))).toBeNull();
  });

  it('are refused without a required member, or with an unknown one', () => {
    for (const missing of members.filter(({ required }) => required)) {
      const rest = dataWith(members.filter((member) => member !== missing));
      expect(dataRefusal(fact, rest)).toMatchObject({ code: 'missing', path: `/data/${missing.name}` });
    }
    const unknown = dataRefusal(fact, { ...complete, 'no/such~member': 1 });
    expect(unknown).toMatchObject({ code: 'unknown-member', path: '/data/no~1such~0member' });
  });

  it('are admitted with every good value of a member, and refused with every bad one', () => {
    for (const { name, kind } of members) {
      expect(kind.good.length * kind.bad.length).toBeGreaterThan(0);
      for (const value of kind.good) expect(dataRefusal(fact, { ...complete, [name]: value })).toBeNull();
      for (const [value, code] of kind.bad) {
        const refusal = dataRefusal(fact, { ...complete, [name]: value });
        expect({ value, ...refusal }).toMatchObject({ value, code, path: `/data/${name}` });
      }
    }
  });

  it('are an object', () => {
    for (const [value] of noObject)
      expect(dataRefusal(fact, value)).toMatchObject({ code: 'wrong-type', path: '/data' });
  });

  it('fit in whatever way they are put together', () => {
    fc.assert(
      fc.property(dataFor(fact), (data) => dataFits(fact, data)),
      { ...seeded, numRuns: 20 },
    );
  });
});

describe('data with rules of their own', () => {
  it.each([
    [{ 's1-m01': 6 }, 'wrong-value', '/s1-m01'],
    [{ 's1-m01': 0 }, 'wrong-value', '/s1-m01'],
    [{ 's1-m01': 1.5 }, 'wrong-type', '/s1-m01'],
    [{ 's1-m01': 'yes' }, 'wrong-value', '/s1-m01'],
    [{ 's1-m01': null }, 'wrong-type', '/s1-m01'],
    [{ 'S1-M01': 5 }, 'unknown-member', '/S1-M01'],
    [{ '': 5 }, 'unknown-member', '/'],
    [{ ['q'.repeat(41)]: 5 }, 'unknown-member', `/${'q'.repeat(41)}`],
  ])('refuse the survey answers %j', (answers, code, path) => {
    const refusal = dataRefusal('survey.response-recorded', { survey: 'client', year: '2025-26', answers });
    expect(refusal).toMatchObject({ code, path: `/data/answers${path}` });
  });

  it('refuse a correction of nothing', () => {
    expect(dataRefusal('fact.corrected', { source: 'urn:x', id: 'e-1' })).toMatchObject({
      code: 'missing',
      path: '/data',
    });
  });
});

describe('a refusal of data', () => {
  it('says in a sentence what is allowed, and never what was sent', () => {
    const sent = 'Jane Example of 1 High Street';
    for (const fact of FACT_NAMES) {
      const members = membersOf(fact);
      const refusals = members.map(({ name }) => dataRefusal(fact, { ...dataWith(members), [name]: sent }));
      for (const { detail } of refusals.filter((refusal) => refusal !== null)) {
        expect(detail).toMatch(/^[A-Z].*\.$/);
        expect(detail).not.toContain('Jane');
      }
    }
  });
});
