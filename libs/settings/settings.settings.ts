import type { StepLength } from '../disclosure/publication-step.rule.js';
import { developmentKey, signingKeyOf, signingKeyRefusal, type SigningKey } from '../publication/signing-key.codec.js';
import { claimPathRefusal, issuerRefusal, type Authentication } from '../access/authentication.settings.js';
import { cookieKeyRefusal, pagesUrlRefusal, signInFaults, signInOf } from '../access/sign-in.settings.js';
import {
  localReceiverRefusal,
  receiverOf,
  webhookSecretRefusal,
  webhookUrlRefusal,
  type Receiver,
} from '../webhook/webhook.settings.js';
import { byRoleRefusal, limitsOf, proxiesRefusal, type LimitSettings } from '../serving/limits/limits.settings.js';
import { brokersRefusal, saslRefusal, topicRefusal } from '../log/kafka.settings.js';
import {
  httpAddress,
  mongoAddress,
  notEmpty,
  oneOf,
  orEmpty,
  shownAddress,
  wholeNumber,
  type SettingSchema,
} from './settings.schema.js';

/** What the process was told by its environment, checked once at start. */
export interface Settings {
  readonly profile: 'embedded' | 'distributed';
  /** Folder of the embedded log and store. */
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  /** How callers are told apart. */
  readonly auth: Authentication;
  /** Whether a new data folder is filled with synthetic history and arrivals; embedded only. */
  readonly demo: 'on' | 'off';
  /** Where the distributed log is, as `kafkaSettings` takes it. */
  readonly kafka: {
    readonly brokers: string;
    readonly topic: string;
    readonly ssl: boolean;
    /** `mechanism:user:password`; empty: nobody signs in. */
    readonly sasl: string;
  };
  /** Where the distributed store is; the path names the database. */
  readonly mongoUrl: string;
  /** Where the pages find the query service, when they run apart. */
  readonly queryUrl: string;
  /** Where the pages find intake, when they run apart. */
  readonly intakeUrl: string;
  /** Where readers' browsers tell how pages fare, if their readers agree; `null`: nobody is asked. */
  readonly faroUrl: string | null;
  /** Who is told of changes of state; `null`: nobody. */
  readonly webhook: Receiver | null;
  /** How figures are published. */
  readonly publication: {
    /** How often controlled figures move. */
    readonly step: StepLength;
    /** The smallest count but 0 that a controlled figure may show. */
    readonly small: number;
    /** What releases are signed with; `null`: none can be made. */
    readonly signingKey: SigningKey | null;
  };
  /** How much one caller, and all together, may ask. */
  readonly limits: LimitSettings;
  /** Token that commands use against a running system. */
  readonly token: string;
}

const schemas = {
  CHARTER_PROFILE: { description: 'how it is run', default: 'embedded', refusal: oneOf('embedded', 'distributed') },
  CHARTER_DATA: { description: 'folder for log and figures', default: './data', refusal: notEmpty },
  CHARTER_PORT: { description: 'port to listen on', default: '3000', refusal: wholeNumber(0, 65535) },
  CHARTER_HOST: { description: 'address to listen on', default: '127.0.0.1', refusal: notEmpty },
  CHARTER_AUTH: {
    description: 'how callers are told apart',
    default: (profile) => (profile === 'distributed' ? 'oidc' : 'demo'),
    refusal: oneOf('demo', 'oidc'),
  },
  CHARTER_OIDC_ISSUER: { description: 'who issues tokens', default: '', refusal: orEmpty(issuerRefusal) },
  CHARTER_OIDC_AUDIENCE: { description: 'who tokens are meant for', default: '', refusal: orEmpty(notEmpty) },
  CHARTER_OIDC_ROLES: {
    description: 'claim that holds the roles',
    default: 'realm_access.roles',
    refusal: claimPathRefusal,
  },
  CHARTER_OIDC_CLIENT_ID: {
    description: 'the pages, as the issuer knows them',
    default: '',
    refusal: orEmpty(notEmpty),
  },
  CHARTER_OIDC_CLIENT_SECRET: { description: 'by which it knows them', default: '', refusal: orEmpty(notEmpty) },
  CHARTER_COOKIE_KEY: { description: 'key of cookies', default: '', refusal: orEmpty(cookieKeyRefusal) },
  CHARTER_PAGES_URL: { description: 'where readers find the pages', default: '', refusal: orEmpty(pagesUrlRefusal) },
  CHARTER_DEMO: { description: 'synthetic history and arrivals', default: 'on', refusal: oneOf('on', 'off') },
  CHARTER_KAFKA_BROKERS: { description: 'Kafka brokers', default: '127.0.0.1:9092', refusal: brokersRefusal },
  CHARTER_KAFKA_TOPIC: { description: 'topic of the event log', default: 'charter.events.v1', refusal: topicRefusal },
  CHARTER_KAFKA_SSL: { description: 'encryption to Kafka', default: 'off', refusal: oneOf('on', 'off') },
  CHARTER_KAFKA_SASL: { description: 'signing in to Kafka', default: '', refusal: saslRefusal },
  CHARTER_MONGO_URL: {
    description: 'MongoDB',
    default: 'mongodb://127.0.0.1:27017/charter',
    refusal: mongoAddress,
  },
  CHARTER_QUERY_URL: {
    description: 'query service, for the pages',
    default: 'http://127.0.0.1:3000',
    refusal: httpAddress,
  },
  CHARTER_WEBHOOK_URL: {
    description: 'who is told of changes of state',
    default: '',
    refusal: orEmpty(webhookUrlRefusal),
  },
  CHARTER_WEBHOOK_SECRET: {
    description: 'what they are signed with',
    default: '',
    refusal: orEmpty(webhookSecretRefusal),
  },
  CHARTER_INTAKE_URL: { description: 'intake, for the pages', default: 'http://127.0.0.1:3000', refusal: httpAddress },
  CHARTER_FARO_URL: {
    description: 'where browsers tell how pages fare',
    default: '',
    refusal: orEmpty(shownAddress),
  },
  CHARTER_STEP: {
    description: 'how often controlled figures move',
    default: 'week',
    refusal: oneOf('day', 'week', 'month'),
  },
  CHARTER_SMALL: { description: 'smallest count that is shown', default: '5', refusal: wholeNumber(5, 100) },
  CHARTER_SIGNING_KEY: { description: 'key of releases', default: '', refusal: orEmpty(signingKeyRefusal) },
  CHARTER_REQUESTS: { description: 'requests of a caller', default: '', refusal: orEmpty(byRoleRefusal) },
  CHARTER_STREAMS: { description: 'open streams of a caller', default: '', refusal: orEmpty(byRoleRefusal) },
  CHARTER_CONNECTIONS: { description: 'connections at a time', default: '5000', refusal: wholeNumber(1, 1_000_000) },
  CHARTER_REQUEST_SECONDS: { description: 'time for a request to arrive', default: '60', refusal: wholeNumber(1, 600) },
  CHARTER_PROXIES: {
    description: 'who says for whom they ask',
    default: '127.0.0.0/8,::1',
    refusal: orEmpty(proxiesRefusal),
  },
  CHARTER_TOKEN: { description: 'token of the commands', default: 'demo-importer', refusal: notEmpty },
} as const satisfies Record<string, SettingSchema>;

type SettingName = keyof typeof schemas;

/** The settings cannot be used: every fault is named, and nothing has been started. */
export class SettingsRefused extends Error {
  readonly code = 'settings-refused';
  readonly retriable = false;
  constructor(readonly faults: readonly string[]) {
    super(`Settings refused:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/**
 * Reads the settings off an environment. An unset or unknown `CHARTER_…` name is never passed over in silence: unset ones
 * get their default, unknown ones are refused, for a misspelt setting would otherwise have no effect.
 *
 * @throws SettingsRefused naming every fault
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const value = (name: SettingName): string => {
    const set = environment[name] ?? schemas[name].default;
    return typeof set === 'string' ? set : set(value('CHARTER_PROFILE'));
  };
  const unknown = Object.keys(environment)
    .filter((name) => name.startsWith('CHARTER_') && !Object.hasOwn(schemas, name))
    .map((name) => `${name} is not a setting. Settings: ${Object.keys(schemas).join(', ')}`);
  const wrong = (Object.keys(schemas) as SettingName[]).flatMap((name) => {
    const refusal = schemas[name].refusal(value(name));
    return refusal === null ? [] : [`${name} (${schemas[name].description}) ${refusal}`];
  });
  const isOidc = value('CHARTER_AUTH') === 'oidc';
  const missing = (['CHARTER_OIDC_ISSUER', 'CHARTER_OIDC_AUDIENCE'] as const)
    .filter((name) => isOidc && value(name) === '')
    .map((name) => `${name} (${schemas[name].description}) is needed where CHARTER_AUTH is oidc`);
  const signIn = {
    clientId: value('CHARTER_OIDC_CLIENT_ID'),
    clientSecret: value('CHARTER_OIDC_CLIENT_SECRET'),
    cookieKey: value('CHARTER_COOKIE_KEY'),
    pagesUrl: value('CHARTER_PAGES_URL'),
  };
  const faults = [...unknown, ...wrong, ...missing, ...webhookFaults(value, isOidc), ...signInFaults(signIn, isOidc)];
  if (faults.length > 0) throw new SettingsRefused(faults);
  const people = signInOf(signIn);
  return {
    profile: value('CHARTER_PROFILE') === 'distributed' ? 'distributed' : 'embedded',
    dataFolder: value('CHARTER_DATA'),
    port: Number(value('CHARTER_PORT')),
    host: value('CHARTER_HOST'),
    auth: isOidc
      ? {
          scheme: 'oidc',
          issuer: value('CHARTER_OIDC_ISSUER'),
          audience: value('CHARTER_OIDC_AUDIENCE'),
          roles: value('CHARTER_OIDC_ROLES'),
          ...(people === null ? {} : { signIn: people }),
        }
      : { scheme: 'demo' },
    demo: value('CHARTER_DEMO') === 'on' ? 'on' : 'off',
    kafka: {
      brokers: value('CHARTER_KAFKA_BROKERS'),
      topic: value('CHARTER_KAFKA_TOPIC'),
      ssl: value('CHARTER_KAFKA_SSL') === 'on',
      sasl: value('CHARTER_KAFKA_SASL'),
    },
    mongoUrl: value('CHARTER_MONGO_URL'),
    queryUrl: value('CHARTER_QUERY_URL'),
    intakeUrl: value('CHARTER_INTAKE_URL'),
    faroUrl: value('CHARTER_FARO_URL') === '' ? null : value('CHARTER_FARO_URL'),
    webhook:
      value('CHARTER_WEBHOOK_URL') === ''
        ? null
        : receiverOf(value('CHARTER_WEBHOOK_URL'), value('CHARTER_WEBHOOK_SECRET')),
    publication: {
      step: stepNamed(value('CHARTER_STEP')),
      small: Number(value('CHARTER_SMALL')),
      signingKey: signingKeyFrom(value('CHARTER_SIGNING_KEY'), isOidc),
    },
    limits: limitsOf(
      {
        requests: value('CHARTER_REQUESTS'),
        streams: value('CHARTER_STREAMS'),
        connections: value('CHARTER_CONNECTIONS'),
        requestSeconds: value('CHARTER_REQUEST_SECONDS'),
        proxies: value('CHARTER_PROXIES'),
      },
      !isOidc,
    ),
    token: value('CHARTER_TOKEN'),
  };
}

/** What is wrong with the two settings of a webhook together. */
function webhookFaults(value: (name: SettingName) => string, isOidc: boolean): readonly string[] {
  const [url, secret] = [value('CHARTER_WEBHOOK_URL'), value('CHARTER_WEBHOOK_SECRET')];
  const local = localReceiverRefusal(url, !isOidc);
  return [
    ...(url !== '' && secret === '' ? ['CHARTER_WEBHOOK_SECRET is needed where CHARTER_WEBHOOK_URL is set'] : []),
    ...(url === '' && secret !== '' ? ['CHARTER_WEBHOOK_URL is needed where CHARTER_WEBHOOK_SECRET is set'] : []),
    ...(local === null ? [] : [`CHARTER_WEBHOOK_URL (${schemas.CHARTER_WEBHOOK_URL.description}) ${local}`]),
  ];
}

function stepNamed(name: string): StepLength {
  return name === 'day' || name === 'month' ? name : 'week';
}

/** The development key proves nothing about who signed, so only a demo signs with it. */
function signingKeyFrom(pem: string, isOidc: boolean): SigningKey | null {
  if (pem !== '') return signingKeyOf(pem);
  return isOidc ? null : developmentKey();
}
