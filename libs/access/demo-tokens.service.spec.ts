import { describe, expect, it } from '@jest/globals';
import { DemoTokens } from './demo-tokens.service.js';

describe('demo tokens', () => {
  const tokens = new DemoTokens();

  it.each(['scrutiny', 'staff', 'compiler', 'auditor', 'producer', 'importer', 'admin'])(
    'demo-%s stands for its role',
    async (role) => {
      expect(await tokens.verify(`demo-${role}`)).toEqual({ name: `demo-${role}`, role });
    },
  );

  it.each(['', 'demo-', 'demo-public', 'demo-staff ', 'DEMO-STAFF', 'demo-staff\0', 'staff', 'x'.repeat(10_000)])(
    'nobody stands behind %j',
    async (token) => {
      expect(await tokens.verify(token)).toBeNull();
    },
  );
});
