import type { FactSchema } from './fact-schema.schema.js';

/** The type of the data that a fact's schema admits, so that type and schema cannot drift apart. */
export type DataOf<S extends Pick<FactSchema, 'properties'>> = Flat<
  { readonly [K in RequiredName<S>]: ValueOf<S['properties'][K]> } & {
    readonly [K in Exclude<keyof S['properties'], RequiredName<S>>]?: ValueOf<S['properties'][K]>;
  }
>;

type RequiredName<S extends Pick<FactSchema, 'properties'>> = S extends { readonly required: readonly (infer R)[] }
  ? Extract<R, keyof S['properties']>
  : never;

type ValueOf<M> = M extends { readonly enum: readonly (infer V)[] }
  ? V
  : M extends { readonly type: 'string' }
    ? string
    : M extends { readonly type: 'boolean' }
      ? boolean
      : M extends { readonly type: 'integer' | 'number' }
        ? number
        : M extends { readonly patternProperties: Readonly<Record<string, infer V>> }
          ? Readonly<Record<string, ValueOf<V>>>
          : M extends { readonly type: 'object' }
            ? Readonly<Record<string, unknown>>
            : never;

type Flat<T> = { [K in keyof T]: T[K] };
