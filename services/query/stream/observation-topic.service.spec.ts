import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { classificationOfLive } from '../../../libs/publication/classification.rule.js';
import { ObservationTopic, type OpenAnswer, type Outcome } from './observation-topic.service.js';
import { beingComputed, type Answer } from '../observations/observations.service.js';
import { parsed, refused } from '../refusal.rule.js';

/** What is shown; the answers' freshness is another each time. */
let shown: string;
let asked: number;
let revision: number;
let endings: unknown[];
let outcome: () => Outcome | Promise<Outcome>;

beforeEach(() => {
  jest.useFakeTimers();
  [shown, asked, revision, endings] = ['nothing', 0, 1, []];
  outcome = () => parsed(anAnswer());
});

afterEach(() => {
  jest.useRealTimers();
});

function anAnswer(): Answer {
  return {
    measure: { id: 'm', version: '1.0.0', kind: 'count', unit: 'claims', title: 't', betterWhen: 'neither' },
    grain: 'month',
    by: [],
    asOf: '2026-06-30',
    audience: 'staff',
    classification: classificationOfLive([]),
    observations: [],
    freshness: { countedTo: String(asked), lagEvents: asked },
    warnings: [shown],
  };
}

function aTopic(): ObservationTopic {
  return new ObservationTopic({
    event: 'observations',
    ask: () => {
      asked += 1;
      return Promise.resolve().then(outcome);
    },
    revision: () => revision,
    leastMs: 250,
    ended: (reason) => endings.push(reason),
  });
}

/** Collects what is sent, each event as its name, id and what it shows. */
class Reader implements OpenAnswer {
  readonly got: string[] = [];
  ended = 0;
  private leaving: () => void = () => undefined;

  send(text: string): void {
    const [, event, id, data] = /^event: (.+)\nid: (\d+)\ndata: (.+)\n\n$/.exec(text) ?? [];
    this.got.push(data === undefined ? text : `${event} ${id} ${JSON.parse(data).warnings?.[0] ?? data}`);
  }

  end(): void {
    this.ended += 1;
  }

  onClose(listener: () => void): void {
    this.leaving = listener;
  }

  leave(): void {
    this.leaving();
  }
}

async function joined(topic: ObservationTopic): Promise<Reader> {
  await topic.opened;
  const reader = new Reader();
  topic.join(reader, 'staff', 'nowhere');
  return reader;
}

/** New figures have been taken in. */
function change(topic: ObservationTopic, to: string): void {
  shown = to;
  revision += 1;
  topic.news();
}

describe('a topic', () => {
  it('sends at once, then the latest of all changes, one every 250 ms', async () => {
    const topic = aTopic();
    const reader = await joined(topic);
    for (let step = 1; step <= 100; step += 1) {
      change(topic, `step ${step}`);
      await jest.advanceTimersByTimeAsync(10);
    }
    await jest.advanceTimersByTimeAsync(250);
    expect(reader.got).toEqual([
      'observations 1 nothing',
      'observations 26 step 25',
      'observations 51 step 50',
      'observations 76 step 75',
      'observations 101 step 100',
    ]);
  });

  it('sends a change at once after a quiet time', async () => {
    const topic = aTopic();
    const reader = await joined(topic);
    await jest.advanceTimersByTimeAsync(1_000);
    change(topic, 'something');
    await jest.advanceTimersByTimeAsync(0);
    expect(reader.got.at(-1)).toBe('observations 2 something');
  });

  it('says nothing where only the freshness is another', async () => {
    const topic = aTopic();
    const reader = await joined(topic);
    for (let step = 0; step < 5; step += 1) {
      change(topic, 'nothing');
      await jest.advanceTimersByTimeAsync(300);
    }
    expect(asked).toBe(6);
    expect(reader.got).toEqual(['observations 1 nothing']);
  });

  it('does not miss what is new while it asks', async () => {
    let answer: (value: Outcome) => void = () => undefined;
    const topic = aTopic();
    const reader = await joined(topic);
    await jest.advanceTimersByTimeAsync(250);
    outcome = () => new Promise((resolve) => (answer = resolve));
    change(topic, 'first');
    await jest.advanceTimersByTimeAsync(1_000);
    const first = parsed(anAnswer());
    outcome = () => parsed(anAnswer());
    change(topic, 'second');
    answer(first);
    await jest.advanceTimersByTimeAsync(250);
    expect(reader.got).toEqual(['observations 1 nothing', 'observations 2 first', 'observations 3 second']);
  });

  it('asks once for all that join', async () => {
    const topic = aTopic();
    const readers = [await joined(topic), await joined(topic), await joined(topic)];
    expect(asked).toBe(1);
    expect(readers.map(({ got }) => got)).toEqual(Array(3).fill(['observations 1 nothing']));
  });

  it('asks no more when its last reader has left', async () => {
    const topic = aTopic();
    const [one, other] = [await joined(topic), await joined(topic)];
    one.leave();
    expect(topic.hasEnded).toBe(false);
    other.leave();
    expect(topic.hasEnded).toBe(true);
    change(topic, 'something');
    await jest.advanceTimersByTimeAsync(1_000);
    expect([asked, endings]).toEqual([1, [undefined]]);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a topic that cannot be answered', () => {
  it.each<Outcome>([beingComputed, refused({ member: 'by', detail: 'Too much.' })])(
    'from the beginning has ended when that is known',
    async (refusal) => {
      outcome = () => refusal;
      const topic = aTopic();
      expect(await topic.opened).toBe(refusal);
      expect([topic.hasEnded, endings]).toEqual([true, [undefined]]);
    },
  );

  it('any more ends its readers', async () => {
    const topic = aTopic();
    const reader = await joined(topic);
    outcome = () => beingComputed;
    change(topic, 'something');
    await jest.advanceTimersByTimeAsync(250);
    expect([reader.ended, reader.got]).toEqual([1, ['observations 1 nothing']]);
  });

  it('by a fault ends its readers and passes the fault on', async () => {
    const fault = new Error('a fault');
    const topic = aTopic();
    const reader = await joined(topic);
    outcome = () => {
      throw fault;
    };
    change(topic, 'something');
    await jest.advanceTimersByTimeAsync(250);
    expect([reader.ended, endings]).toEqual([1, [fault]]);
    const another = aTopic();
    await expect(another.opened).rejects.toBe(fault);
  });
});
