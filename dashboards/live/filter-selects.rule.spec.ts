import { describe, expect, it } from '@jest/globals';
import { exampleDefinition, exampleDimensions } from '../query-client/example-answers.testkit.js';
import { placeOf, selectsOf } from './filter-selects.rule.js';
import { measureChoiceOf } from './measure-choice.parser.js';

const { dimensions } = exampleDimensions;
const selects = (search: string, cubes = exampleDefinition.cubes): ReturnType<typeof selectsOf> =>
  selectsOf({ id: 'decisions-in-time', cubes }, dimensions, measureChoiceOf(new URLSearchParams(search)));

describe('the filters of a measure', () => {
  it('are those of its cubes, each once, and no others', () => {
    expect(selects('').map(({ name }) => name)).toEqual(['benefit', 'channel', 'area']);
    expect(selects('', [['benefit']]).map(({ name }) => name)).toEqual(['benefit']);
    expect(selects('', [['reason']])).toEqual([]);
  });

  it('offer the codes that the measure has, by name', () => {
    const [benefit, channel, area] = selects('');
    expect(benefit?.codes).toEqual([{ code: 'SCP', name: 'Scottish Child Payment' }]);
    expect(channel?.codes).toEqual([{ code: 'in-person', name: 'in person' }]);
    expect(area?.codes).toEqual([]);
  });

  it('say what has been chosen', () => {
    expect(selects('channel=in-person').map(({ chosen }) => chosen)).toEqual([null, 'in-person', null]);
  });
});

describe('the place that figures are of', () => {
  it.each([
    ['', 'all benefits'],
    ['benefit=SCP', 'Scottish Child Payment'],
    ['benefit=SCP&channel=in-person', 'Scottish Child Payment, in person'],
    ['benefit=unknown', 'all benefits'],
  ])('for %j is %j', (search, place) => expect(placeOf(selects(search))).toBe(place));
});
