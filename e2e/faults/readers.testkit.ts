import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { ask } from '../doors/figures.testkit.js';

const betweenQuestions = 20;

/** A reader who asks for one measure after the other all the time, by month and benefit, and keeps every answer that is none. */
export class Readers {
  asked = 0;
  readonly failed: string[] = [];
  #reading = true;
  readonly #ended: Promise<void>;

  constructor(private readonly queryUrl: string) {
    this.#ended = this.#read();
  }

  /** Finds that every question has been answered; says how many there were. */
  async end(): Promise<number> {
    this.#reading = false;
    await this.#ended;
    expect(this.failed).toEqual([]);
    return this.asked;
  }

  async #read(): Promise<void> {
    const { measures } = (await (await ask(this.queryUrl, '/v1/measures')).json()) as {
      readonly measures: readonly { readonly id: string }[];
    };
    const questions = ['/v1/status', ...measures.map(({ id }) => questionOf(id))];
    while (this.#reading) {
      const question = questions[this.asked % questions.length] ?? '';
      this.asked += 1;
      try {
        const response = await ask(this.queryUrl, question);
        await response.text();
        if (response.status !== 200) this.failed.push(`${question}: ${response.status}`);
      } catch (error) {
        this.failed.push(`${question}: ${String(error)}`);
      }
      await pause(betweenQuestions);
    }
  }
}

function questionOf(measure: string): string {
  const grain = measure.startsWith('survey.') ? 'year' : 'month';
  return `/v1/observations?measure=${measure}&grain=${grain}&from=2025-04-01&to=2026-03-31&by=benefit`;
}
