import type { CaseReader, CaseWriter } from './case-bytes.codec.js';
import { isJsonObject } from './structure.parser.js';
import { knownWord, placeOfKnownWord } from './known-word.codec.js';

const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const COUNT = 3;
const DOUBLE = 4;
const TEXT = 5;
const ARRAY = 6;
const OBJECT = 7;
/** This tag and those after it each stand for a word that the contract knows. */
const FIRST_WORD = 8;

/** Writes a JSON value: a tag, then what the tag calls for. */
export function writeValue(writer: CaseWriter, value: unknown): void {
  if (typeof value === 'string') writeWord(writer, value);
  else if (typeof value === 'number') writeNumber(writer, value);
  else if (typeof value === 'boolean') writer.byte(value ? TRUE : FALSE);
  else if (isJsonObject(value)) writeObject(writer, value);
  else if (Array.isArray(value)) writeArray(writer, value);
  else writer.byte(NULL);
}

export function readValue(reader: CaseReader): unknown {
  const tag = reader.byte();
  switch (tag) {
    case NULL:
      return null;
    case FALSE:
      return false;
    case TRUE:
      return true;
    case COUNT:
      return reader.count();
    case DOUBLE:
      return reader.double();
    case ARRAY:
      return Array.from({ length: reader.count() }, () => readValue(reader));
    case OBJECT:
      return readObject(reader);
    default:
      return readWord(reader, tag);
  }
}

function writeWord(writer: CaseWriter, word: string): void {
  const place = placeOfKnownWord(word);
  if (place !== undefined) {
    writer.byte(FIRST_WORD + place);
  } else {
    writer.byte(TEXT);
    writer.text(word);
  }
}

function readWord(reader: CaseReader, tag: number): string {
  return tag === TEXT ? reader.text() : knownWord(tag - FIRST_WORD);
}

function writeNumber(writer: CaseWriter, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)) {
    writer.byte(COUNT);
    writer.count(value);
  } else {
    writer.byte(DOUBLE);
    writer.double(value);
  }
}

function writeArray(writer: CaseWriter, items: readonly unknown[]): void {
  writer.byte(ARRAY);
  writer.count(items.length);
  for (const item of items) writeValue(writer, item);
}

function writeObject(writer: CaseWriter, object: Readonly<Record<string, unknown>>): void {
  const names = Object.keys(object);
  writer.byte(OBJECT);
  writer.count(names.length);
  for (const name of names) {
    writeWord(writer, name);
    writeValue(writer, object[name]);
  }
}

function readObject(reader: CaseReader): Readonly<Record<string, unknown>> {
  const object: Record<string, unknown> = {};
  for (let left = reader.count(); left > 0; left -= 1) {
    const name = readWord(reader, reader.byte());
    object[name] = readValue(reader);
  }
  return object;
}
