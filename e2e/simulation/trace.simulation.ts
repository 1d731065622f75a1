/** What happened, step by step: a digest of all of it, and its end in words. */
export class Trace {
  readonly #lines: string[] = [];
  #steps = 0;
  #digest = 0x811c9dc5;

  /** @param kept how many of the last steps are kept in words */
  constructor(private readonly kept: number) {}

  note(line: string): void {
    this.#steps += 1;
    for (let i = 0; i < line.length; i += 1) this.#digest = Math.imul(this.#digest ^ line.charCodeAt(i), 0x01000193);
    this.#lines.push(line);
    if (this.#lines.length > this.kept * 2) this.#lines.splice(0, this.kept);
  }

  get steps(): number {
    return this.#steps;
  }

  /** The same for the same steps (FNV-1a, hex). */
  get digest(): string {
    return (this.#digest >>> 0).toString(16).padStart(8, '0');
  }

  /** The last steps, numbered. */
  get end(): readonly string[] {
    const lines = this.#lines.slice(-this.kept);
    return lines.map((line, index) => `${this.#steps - lines.length + index + 1}  ${line}`);
  }
}
