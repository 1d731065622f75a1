import { Reflector } from '@nestjs/core';
import { PROBLEM_MEDIA_TYPE } from '../problems/problem.rule.js';
import { schemaNamed, text, type JsonSchema } from './json.schema.js';

/** A parameter of a route (OpenAPI 3.1, Parameter Object). */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  readonly required?: boolean;
  readonly style?: 'form' | 'deepObject';
  readonly explode?: boolean;
  readonly schema: JsonSchema;
}

/** Bodies by media type. */
export type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** An answer of a route (OpenAPI 3.1, Response Object). */
export interface Answer {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>;
  readonly content?: Content;
}

/**
 * What a route says of itself in the OpenAPI document. Its path, its method and who may use it are read off the route;
 * the answers 401, 403 and 429 follow from that and are not written here.
 */
export interface Operation {
  /** Unique in the document. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly description: string; readonly content: Content };
  /** By status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Schemas that the operation points to by name. */
  readonly schemas?: Readonly<Record<string, JsonSchema>>;
}

/** Declares what a route says of itself. A route without it is not in the document. */
export const DescribedBy = Reflector.createDecorator<Operation>();

export function json(description: string, schema: JsonSchema): Answer {
  return { description, content: { 'application/json': { schema } } };
}

export function plainText(description: string): Answer {
  return { description, content: { 'text/plain': { schema: text } } };
}

/** An error (RFC 9457). */
export function problem(description: string): Answer {
  return { description, content: { [PROBLEM_MEDIA_TYPE]: { schema: schemaNamed('Problem') } } };
}

/** 429 or 503, with when to come back. */
export function comeBackLater(description: string): Answer {
  const headers = { 'Retry-After': { description: 'Seconds to wait.', schema: text } };
  return { ...problem(description), headers };
}

export function pathParameter(name: string, description: string): Parameter {
  return { name, in: 'path', description, required: true, schema: text };
}

export function queryParameter(name: string, description: string, schema: JsonSchema = text): Parameter {
  return { name, in: 'query', description, schema };
}
