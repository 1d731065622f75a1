import { describe, expect, it } from '@jest/globals';
import { checkout } from './planted-tree.testkit.js';

describe('the scripts', () => {
  it('run on the Node that the project brings along, whatever the machine has', () => {
    expect(process.execPath.startsWith(checkout)).toBe(true);
    expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
  });
});
