import { describe, expect, it } from '@jest/globals';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import type { Evidence } from '../../../libs/register/charter.fact.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { commitmentRows, frameworkOf, lineageOf } from './commitment-rows.rule.js';
import { evidencedIn } from './evidenced.rule.js';

const { charter } = loadRegister();
const evidences = evidencedIn(charter);

describe('what a computed measure stands for', () => {
  it('is said both ways: of the measure, and of the commitments', () => {
    const ofMeasures = measures.flatMap(({ id }) =>
      evidences(id).flatMap(({ framework, relation, commitments }) =>
        commitments.map((one) => `${one.edition}/${one.id} ${framework} ${id} ${relation}`),
      ),
    );
    const namedBy = (evidence: Evidence): readonly string[] => {
      if (evidence.kind === 'computed') return [evidence.measure];
      return evidence.kind === 'survey' ? [`survey.${evidence.question}`] : [];
    };
    const ofCommitments = commitmentRows(charter).flatMap((row) =>
      frameworkOf(lineageOf(row, charter), charter).flatMap(({ id, evidencedBy }) =>
        evidencedBy.flatMap((evidence) =>
          namedBy(evidence).map((named) => `${row.edition}/${row.id} ${id} ${named} ${evidence.relation}`),
        ),
      ),
    );
    expect([...ofMeasures].sort()).toEqual([...ofCommitments].sort());
  });

  it('reaches a commitment of 2024 through what that carries on', () => {
    const direct = evidences('decisions-in-time').find(({ framework }) => framework === 'S2-M31');
    expect(direct).toMatchObject({ relation: 'direct', title: expect.any(String) });
    expect(direct?.commitments).toContainEqual({ edition: '2019', id: '2.2', title: expect.any(String) });
    expect(direct?.commitments).toContainEqual({ edition: '2024', id: 'i2.d', title: expect.any(String) });
  });

  it('is, of a survey question, the framework measure that asks it', () => {
    expect(evidences('survey.s1-m11')).toMatchObject([{ framework: 'S1-M11', relation: 'direct' }]);
  });

  it('is nothing where the framework does not know it', () => {
    expect(evidences('nothing')).toEqual([]);
  });
});
