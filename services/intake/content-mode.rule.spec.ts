import { describe, expect, it } from '@jest/globals';
import { contentModeOf } from './content-mode.rule.js';

describe('the content mode', () => {
  it.each([
    ['application/cloudevents+json', 'structured'],
    ['application/cloudevents+json; charset=utf-8', 'structured'],
    ['Application/CloudEvents+JSON;charset="UTF-8"', 'structured'],
    ['application/cloudevents-batch+json', 'batch'],
    ['application/json', 'binary'],
    ['application/json; charset=utf8', 'binary'],
    [undefined, 'binary'],
  ])('of %j is %s', (contentType, mode) => {
    expect(contentModeOf(contentType)).toBe(mode);
  });

  it.each([
    '',
    'json',
    'text/plain',
    'application/xml',
    'application/cloudevents',
    'application/cloudevents+xml',
    'application/cloudevents-batch+avro',
    'application/cloudevents+json; charset=utf-16',
    'application/json; charset=iso-8859-1',
    'multipart/form-data; boundary=x',
  ])('is not given by %j', (contentType) => {
    expect(contentModeOf(contentType)).toBeNull();
  });
});
