import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsRefused } from './settings.settings.js';

describe('settings', () => {
  it('have a default each', () => {
    expect(readSettings({ PATH: '/bin' })).toEqual({
      profile: 'embedded',
      dataFolder: './data',
      port: 3000,
      host: '127.0.0.1',
      auth: 'demo',
      demo: 'on',
      token: 'demo-importer',
    });
  });

  it('are read off the environment', () => {
    expect(readSettings({ CHARTER_PORT: '0', CHARTER_DATA: '/srv/charter' })).toMatchObject({
      port: 0,
      dataFolder: '/srv/charter',
    });
  });

  it.each([
    ['CHARTER_PORT', '65536'],
    ['CHARTER_PORT', '-1'],
    ['CHARTER_PORT', 'http'],
    ['CHARTER_DATA', ' '],
    ['CHARTER_PROFILE', 'cloud'],
    ['CHARTER_AUTH', 'none'],
    ['CHARTER_DEMO', 'maybe'],
  ])('are refused by name: %s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(name);
  });

  it('are refused where a name is not a setting, and all faults are told together', () => {
    const read = (): unknown => readSettings({ CHARTER_PROT: '3000', CHARTER_PORT: 'x' });
    expect(read).toThrow(SettingsRefused);
    expect(read).toThrow(/CHARTER_PROT is not a setting[\s\S]*CHARTER_PORT \(port to listen on\)/);
  });
});
