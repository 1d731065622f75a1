import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { BENEFITS, COUNCIL_AREAS } from './codes.fact.js';
import type { Fact } from './fact-catalogue.fact.js';
import { factSchemas } from './fact-catalogue.fact.js';
import { FACT_NAMES, putsRight, typeOfFact } from './fact-name.fact.js';
import type { FactSchema } from './fact-schema.schema.js';
import type { ApplicationReceived } from './facts/application-received/application-received.fact.js';
import type { SurveyResponseRecorded } from './facts/survey-response-recorded/survey-response-recorded.fact.js';
import { formatChecks } from './format.schema.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

const ajv = new Ajv2020({ formats: formatChecks });

describe('the catalogue of facts', () => {
  it('holds each of the 41 facts once', () => {
    expect(new Set(FACT_NAMES).size).toBe(41);
    expect(Object.keys(factSchemas)).toEqual([...FACT_NAMES]);
  });

  it.each(FACT_NAMES)('has a schema of %s in JSON Schema 2020-12, closed and with members that exist', (name) => {
    const schema: FactSchema = factSchemas[name];
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining([...(schema.required ?? [])]));
  });

  it('knows 17 benefits and 32 council areas, each once', () => {
    expect([new Set(BENEFITS).size, BENEFITS.length]).toEqual([17, 17]);
    expect([new Set(COUNCIL_AREAS).size, COUNCIL_AREAS.length]).toEqual([32, 32]);
  });

  it('says the type of a fact and whether it puts another right', () => {
    expect(typeOfFact('application.received')).toBe('charter.application.received.v1');
    expect(FACT_NAMES.filter(putsRight)).toEqual(['fact.corrected', 'fact.withdrawn']);
  });
});

describe('the types of data', () => {
  it('follow the schemas: required, optional, codes and answers', () => {
    const required: Same<
      ApplicationReceived['channel'],
      'online' | 'phone' | 'paper' | 'in-person' | 'local-delivery'
    > = true;
    const optional: Same<ApplicationReceived['specialRules'], boolean | undefined> = true;
    const answers: Same<
      SurveyResponseRecorded['answers'],
      Readonly<Record<string, 1 | 2 | 3 | 4 | 5 | 'not-applicable' | 'prefer-not-to-say'>>
    > = true;
    const smallest: ApplicationReceived = { benefit: 'ADP', channel: 'online' };
    expect([required, optional, answers, smallest.benefit]).toEqual([true, true, true, 'ADP']);
  });

  it('are told apart by name', () => {
    const waited = (fact: Fact): number => (fact.name === 'call.ended' ? fact.data.waitSeconds : 0);
    const data = { outcome: 'answered', waitSeconds: 7 } as const;
    expect(waited({ name: 'call.ended', data, source: 'urn:x', id: '1', at: 0, finer: '' })).toBe(7);
  });
});
