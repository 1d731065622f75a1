import { isMembers, requiredText } from './fact.oracle.js';
import type { Item } from './item.oracle.js';
import { dimensionsFrom, itemOf } from './item.oracle.js';
import { yearOfCode } from './period.oracle.js';
import type { CaseFacts } from './putting-right.oracle.js';
import { factsOf, firstInSequence } from './putting-right.oracle.js';

/** What is counted of a call. */
export function callItems(facts: CaseFacts): readonly Item[] {
  const [call] = factsOf(facts, 'call.ended');
  if (call === undefined) return [];
  const dimensions = dimensionsFrom(call, ['benefit']);
  const answered = call.data['outcome'] === 'answered';
  const items = [itemOf('calls-answered', call.day, dimensions, answered)];
  if (answered) items.push(itemOf('call-wait', call.day, dimensions, Number(call.data['waitSeconds'])));
  return items;
}

/** What is counted of a piece of feedback. */
export function feedbackItems(facts: CaseFacts): readonly Item[] {
  const [given] = factsOf(facts, 'feedback.given');
  if (given === undefined) return [];
  const dimensions = dimensionsFrom(given, ['benefit', 'channel']);
  const actedOn = firstInSequence(factsOf(facts, 'feedback.acted-on'), given) !== undefined;
  return [
    itemOf('feedback-positive', given.day, dimensions, Number(given.data['rating']) >= 4),
    itemOf('feedback-acted-on', given.day, dimensions, actedOn),
  ];
}

/** What is counted of a survey response: each answer on the scale, in the survey's year. */
export function surveyItems(facts: CaseFacts): readonly Item[] {
  const [response] = factsOf(facts, 'survey.response-recorded');
  if (response === undefined) return [];
  const year = yearOfCode(requiredText(response.data, 'year'));
  const { answers } = response.data;
  if (year === undefined || !isMembers(answers)) return [];
  const dimensions = dimensionsFrom(response, ['benefit']);
  return Object.entries(answers)
    .filter(([, answer]) => typeof answer === 'number')
    .map(([question, answer]) => itemOf(`survey.${question}`, year.start, dimensions, Number(answer) >= 4));
}
