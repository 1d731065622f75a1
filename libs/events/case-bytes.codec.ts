/**
 * The byte form of a case: whole numbers of seven bits a byte, and behind them all texts run together, so that one call
 * reads or writes them. Texts are Latin-1 while that can hold them, else UTF-16; both keep every text exactly.
 */

const VERSION = 1;
const LATIN_1 = 0;
const UTF_16 = 1;

/** Version, kind of text, and the length of version to numbers in four bytes. */
const HEADER = 6;
const LENGTH_AT = 2;

const BEYOND_LATIN_1 = /[\u0100-\uffff]/;

export class CaseWriter {
  #bytes = Buffer.allocUnsafe(1024);
  #length = HEADER;
  #text = '';

  byte(value: number): void {
    this.#makeRoom(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  /** A whole number, 0 to 2⁵³ − 1. */
  count(value: number): void {
    this.#makeRoom(8);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length] = (rest % 128) | 128;
      this.#length += 1;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length] = rest;
    this.#length += 1;
  }

  double(value: number): void {
    this.#makeRoom(8);
    this.#length = this.#bytes.writeDoubleLE(value, this.#length);
  }

  text(value: string): void {
    this.count(value.length);
    this.#text += value;
  }

  /** Everything written, in an array of its own. */
  finish(): Uint8Array {
    const kind = BEYOND_LATIN_1.test(this.#text) ? UTF_16 : LATIN_1;
    this.#bytes[0] = VERSION;
    this.#bytes[1] = kind;
    this.#bytes.writeUInt32LE(this.#length, LENGTH_AT);
    this.#makeRoom(this.#text.length * 2);
    const encoding = kind === UTF_16 ? 'utf16le' : 'latin1';
    const end = this.#length + this.#bytes.write(this.#text, this.#length, encoding);
    return new Uint8Array(this.#bytes.subarray(0, end));
  }

  #makeRoom(needed: number): void {
    if (this.#length + needed <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(2 * this.#bytes.length + needed);
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}

/** Reads what a CaseWriter wrote, in the same order. */
export class CaseReader {
  readonly #bytes: Buffer;
  readonly #end: number;
  readonly #text: string;
  #at = HEADER;
  #textAt = 0;

  /** @throws Error for bytes of another version */
  constructor(bytes: Uint8Array) {
    if (bytes[0] !== VERSION) throw new Error('these facts were stored in another form');
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = this.#bytes.readUInt32LE(LENGTH_AT);
    this.#text = this.#bytes.toString(bytes[1] === UTF_16 ? 'utf16le' : 'latin1', this.#end);
  }

  byte(): number {
    const value = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    return value;
  }

  count(): number {
    let value = 0;
    let scale = 1;
    let byte = this.byte();
    while (byte > 127) {
      value += (byte - 128) * scale;
      scale *= 128;
      byte = this.byte();
    }
    return value + byte * scale;
  }

  double(): number {
    const value = this.#bytes.readDoubleLE(this.#at);
    this.#at += 8;
    return value;
  }

  text(): string {
    const start = this.#textAt;
    this.#textAt = start + this.count();
    return this.#text.slice(start, this.#textAt);
  }

  /** @throws Error unless everything has been read, and no more */
  finish(): void {
    if (this.#at !== this.#end || this.#textAt !== this.#text.length) throw new Error('stored facts are damaged');
  }
}
