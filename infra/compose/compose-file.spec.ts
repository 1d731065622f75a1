import { Ajv } from 'ajv';
import { describe, expect, it } from '@jest/globals';
import { configOf } from '../../libs/log/kafka-topic.log.js';
import { newTopicFor } from '../../libs/log/new-topic.rule.js';
import { readSettings } from '../../libs/settings/settings.settings.js';
import {
  filledIn,
  isThere,
  jsonOf,
  textOf,
  yamlOf,
  type ComposeFile,
  type ComposeService,
} from './compose-file.testkit.js';

const file = yamlOf<ComposeFile>('docker-compose.yml');
const services = Object.entries(file.services);
const processes = services.filter(([, { build }]) => build !== undefined);
const apart = processes.filter(([, { profiles }]) => profiles === undefined);
const lasting = services.filter(([, { restart }]) => restart !== 'no');

function service(name: string): ComposeService {
  const found = file.services[name];
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
}

describe('the compose file', () => {
  it('fits the schema of compose files', () => {
    const { $schema: _, ...schema } = jsonOf<Record<string, unknown>>('infra/compose/compose-spec.schema.json');
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const fits = ajv.compile(schema);
    expect(fits(file) ? [] : fits.errors).toEqual([]);
    expect(fits({ services: { intake: { comand: [] } } })).toBe(false);
  });

  it('publishes nothing beyond this machine', () => {
    const ports = services.flatMap(([, { ports = [] }]) => ports);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(ports.length).toBeGreaterThan(0);
  });

  it('keeps log and store where nothing else reaches them', () => {
    expect(file.networks['data']?.internal).toBe(true);
    for (const name of ['kafka', 'mongo']) {
      expect(service(name)).toMatchObject({ networks: ['data'] });
      expect(service(name).ports).toBeUndefined();
    }
  });

  it.each(services)('pins the image of %s to one version', (_name, { image }) => {
    expect(image).toMatch(/^[a-z-]+(\/[a-z-]+)?:(v?\d+\.\d+\.\d+|local)$/);
  });

  it.each(services)(
    'gives %s no rights that it does not need, and no more of the machine than its share',
    (_, given) => {
      expect(given).toMatchObject({ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      expect({ added: given.cap_add, privileged: given.privileged }).toEqual({
        added: undefined,
        privileged: undefined,
      });
      expect(given.deploy?.resources?.limits).toEqual({ cpus: expect.any(String), memory: expect.any(String) });
    },
  );

  it.each(processes)('runs %s from the one image, on files that it cannot change', (_name, given) => {
    expect(given).toMatchObject({
      image: 'charter-monitor:local',
      build: { dockerfile: 'infra/image/Dockerfile' },
      read_only: true,
      tmpfs: ['/tmp'],
    });
  });

  it.each(apart)('starts %s by a program that there is', (_name, { command }) => {
    const [node, program = ''] = command ?? [];
    expect(node).toBe('node');
    expect(isThere(program.replace(/^dist\//, '').replace(/\.js$/, '.ts'))).toBe(true);
  });

  it.each(processes)('tells %s settings that it takes', (_name, { environment, profiles }) => {
    const { profile, auth } = readSettings(filledIn(environment ?? {}));
    expect({ profile, scheme: auth.scheme }).toEqual(
      profiles === undefined ? { profile: 'distributed', scheme: 'oidc' } : { profile: 'embedded', scheme: 'demo' },
    );
  });

  it('knows of everything that goes on how it is, but for the collector', () => {
    expect(lasting.filter(([, { healthcheck }]) => healthcheck === undefined).map(([name]) => name)).toEqual([
      'collector',
    ]);
  });

  it('waits for what can be waited for', () => {
    for (const [name, { depends_on = {} }] of services) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        const waited = service(other);
        const comes = waited.restart === 'no' ? 'service_completed_successfully' : 'service_healthy';
        expect([name, other, condition]).toEqual([name, other, comes]);
        expect(waited.restart === 'no' || waited.healthcheck !== undefined).toBe(true);
      }
    }
  });

  it('mounts volumes that it declares and files that are there', () => {
    const mounts = services.flatMap(([, { volumes = [] }]) => volumes.map((mount) => mount.split(':')));
    for (const [from = '', , mode] of mounts) {
      if (from.startsWith('./')) expect([from, isThere(from), mode]).toEqual([from, true, 'ro']);
      else expect(Object.keys(file.volumes)).toContain(from);
    }
    expect(new Set(mounts.map(([from]) => from).filter((from) => !from?.startsWith('./')))).toEqual(
      new Set(Object.keys(file.volumes)),
    );
  });

  it('asks for what the example of .env names, and neither holds a secret', () => {
    const text = textOf('docker-compose.yml');
    const needed = [...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name);
    const defaults = [...text.matchAll(/\$\{([A-Z_]+):-([^}]*)\}/g)].map(([, name, value]) => `#${name}=${value}`);
    const lines = textOf('.env.example')
      .split('\n')
      .filter((line) => /^#?[A-Z_]+=/.test(line));
    expect(new Set(lines)).toEqual(new Set([...needed.map((name) => `${name}=`), ...defaults]));
    const secrets = services.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|SECRET/.test(name)),
    );
    expect(secrets.filter(([, value]) => !value.startsWith('${'))).toEqual([]);
    expect(secrets.length).toBeGreaterThan(0);
  });

  it('makes the topic as the processes would make it', () => {
    const { partitions, replication } = newTopicFor(1);
    const { command = [] } = service('topic');
    const configs = configOf(replication).map(({ name, value }) => `--config=${name}=${value}`);
    expect(command.filter((argument) => argument.startsWith('--config='))).toEqual(configs);
    expect(command).toEqual(
      expect.arrayContaining([
        `--partitions=${partitions}`,
        `--replication-factor=${replication}`,
        `--topic=${service('intake').environment?.['CHARTER_KAFKA_TOPIC']}`,
      ]),
    );
  });
});
