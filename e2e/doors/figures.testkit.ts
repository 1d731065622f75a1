import { expect } from '@jest/globals';
import { expectedAnswers, type ExpectedAnswer, type ExpectedObservation } from './sample.testkit.js';

interface GivenObservation extends ExpectedObservation {
  readonly numerator: number;
}

interface GivenAnswer {
  readonly observations: readonly GivenObservation[];
}

/** Asks a running system as staff. */
export async function ask(url: string, path: string, token = 'demo-staff'): Promise<Response> {
  return fetch(new URL(path, url), { headers: { authorization: `Bearer ${token}` } });
}

/** Waits until everything that was accepted has been counted and is shown. */
export async function figuresAreUpToDate(url: string, accepted: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    // Without events where the log could not be asked in time: that passes.
    const { events } = (await (await ask(url, '/v1/status')).json()) as {
      readonly events?: { readonly accepted: number; readonly inFlight: number };
    };
    if (events !== undefined && events.accepted >= accepted && events.inFlight === 0) return;
    if (Date.now() > deadline) throw new Error(`not up to date in time: ${JSON.stringify(events)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Asks every question of the sample, and finds every row equal; answers how many questions there were. */
export async function everySampleFigureIsEqual(url: string): Promise<number> {
  const questions = expectedAnswers();
  for (const question of questions) expectEqualRows(question, await answerTo(url, question));
  return questions.length;
}

async function answerTo(url: string, { measure, grain, from, to, by, asOf }: ExpectedAnswer): Promise<GivenAnswer> {
  const query = new URLSearchParams({ measure, grain, from, to, asOf });
  if (by.length > 0) query.set('by', by.join(','));
  const response = await ask(url, `/v1/observations?${query.toString()}`);
  expect(response.status).toBe(200);
  return (await response.json()) as GivenAnswer;
}

/** Expected rows leave out rows of breakdowns with nothing in them; every other row must be there and equal. */
function expectEqualRows(question: ExpectedAnswer, { observations }: GivenAnswer): void {
  const given = new Map(observations.map((row) => [placeOf(row), row]));
  for (const row of question.observations) {
    const found = given.get(placeOf(row));
    given.delete(placeOf(row));
    const value: unknown = row.value === null ? null : expect.closeTo(row.value, 12);
    expect({ ...asked(question), ...found }).toMatchObject({ ...asked(question), ...row, value });
  }
  const left = [...given.values()].filter(({ value }) => value !== null && value !== 0);
  expect({ ...asked(question), left }).toEqual({ ...asked(question), left: [] });
}

function asked({ measure, grain, asOf }: ExpectedAnswer): Pick<ExpectedAnswer, 'measure' | 'grain' | 'asOf'> {
  return { measure, grain, asOf };
}

function placeOf({ period, dimensions }: ExpectedObservation): string {
  return JSON.stringify([period, dimensions]);
}
