import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import type { AttentionChange } from '../../../libs/store/attention-store.port.js';
import { INDICATOR_STATES } from '../commitments/indicator-state.rule.js';
import { CHANGED, messageOf } from './webhook-message.codec.js';

const file = new URL('../../../docs/webhook.asyncapi.json', import.meta.url);
const document = JSON.parse(readFileSync(file, 'utf8'));

function aChange(members: Partial<AttentionChange> = {}): AttentionChange {
  const measure = { measure: 'payments-on-time', version: '1.0.0', period: '2026-05' };
  return {
    number: 7,
    at: Date.UTC(2026, 5, 30),
    ...measure,
    from: 'on-target',
    to: 'off-target',
    positions: [4],
    ...members,
  };
}

describe('what a receiver is told', () => {
  it('is documented in valid AsyncAPI 3.0', () => {
    const schema: object = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json');
    const isValid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect([isValid(document), isValid.errors]).toEqual([true, null]);
    expect(document.components.messages['attention-changed'].name).toBe(CHANGED);
    expect(document.components.schemas.State.enum).toEqual(INDICATOR_STATES);
  });

  it('is as documented, of every measure and state, and of a measure that there is no more', () => {
    const pointsTo = { $ref: '#/components/schemas/AttentionChanged' };
    const isValid = new Ajv({ strict: false, validateFormats: false }).compile({ ...document, ...pointsTo });
    const changes = [
      ...measures.map(({ id: measure, version }) => aChange({ measure, version })),
      ...INDICATOR_STATES.map((to) => aChange({ to })),
      aChange({ measure: 'gone', version: '9.0.0' }),
    ];
    for (const change of changes)
      expect([isValid(JSON.parse(messageOf(change).body)), isValid.errors]).toEqual([true, null]);
  });
});
