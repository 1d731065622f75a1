import { measures } from '../../../libs/measures/measure-list.measure.js';
import { versionsNamed } from '../../../libs/measures/versions.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { surveyMeasureId } from '../../../libs/measures/survey/survey-question.measure.js';
import type { Evidence } from '../../../libs/register/charter.fact.js';

/** Id of the computed measure that a piece of evidence names, by itself or by a survey's question; `null`: none. */
export function measureIdBehind(evidence: Evidence): string | null {
  switch (evidence.kind) {
    case 'computed':
      return evidence.measure;
    case 'survey':
      return surveyMeasureId(evidence.question);
    case 'reported':
    case 'narrative':
      return null;
  }
}

/** The computed measure behind a piece of evidence, by its newest version; `undefined` where nothing computes it. */
export function measureBehind(evidence: Evidence): Measure | undefined {
  const named = measureIdBehind(evidence);
  return named === null ? undefined : versionsNamed(named, measures).at(-1);
}
