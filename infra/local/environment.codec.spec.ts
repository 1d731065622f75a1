import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { environmentOf, toExports } from './environment.codec.js';

const environment = environmentOf({ brokers: '127.0.0.1:19092', url: 'mongodb://127.0.0.1:27117/charter' });

describe('the environment of the stack', () => {
  it('names the profile, both servers and who is let in', () => {
    expect(environment).toEqual({
      CHARTER_PROFILE: 'distributed',
      CHARTER_KAFKA_BROKERS: '127.0.0.1:19092',
      CHARTER_MONGO_URL: 'mongodb://127.0.0.1:27117/charter',
      CHARTER_AUTH: 'demo',
    });
  });

  it('is what a shell has after it evaluated the lines', () => {
    const odd = "it's $HOME `here`";
    const script = `${toExports({ ...environment, ODD: odd })}printf %s "$CHARTER_MONGO_URL $ODD"`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(`${environment['CHARTER_MONGO_URL']} ${odd}`);
  });
});
