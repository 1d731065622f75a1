import { describe, expect, it } from '@jest/globals';
import { HtmlValidate } from 'html-validate';
import { missingPage, pages, theSite } from './site.testkit.js';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // <br/> and <br> mean the same; the renderer writes the first.
    'void-style': 'off',
    // A title is as long as the promise that it names.
    'long-title': 'off',
  },
});

describe('the markup', () => {
  it.each([...pages, missingPage])('of %s is valid HTML', async (path) => {
    const html = await (await fetch(new URL(path, theSite()))).text();
    const { results } = await validator.validateString(html);
    const faults = results.flatMap(({ messages }) => messages);
    expect(faults.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector ?? ''}`)).toEqual([]);
  });
});
