import { ROLES } from '../../../libs/access/role.rule.js';
import {
  count,
  date,
  exactly,
  listOf,
  moment,
  oneOfCodes,
  orNull,
  schemaNamed,
  text,
} from '../../../libs/openapi/json.schema.js';
import {
  comeBackLater,
  json,
  pathParameter,
  problem,
  queryParameter,
  type Operation,
} from '../../../libs/openapi/operation.document.js';
import type { TableName } from '../../../libs/publication/release.fact.js';
import { COMPARED } from '../../../libs/publication/differences.rule.js';
import { aggregateEvidence, aggregateRow } from '../aggregates/aggregates.document.js';
import { classification } from '../aggregates/classification.document.js';
import { quantity } from '../observations/observations.document.js';
import { cannotBeAnsweredAnswer } from '../refusal.document.js';
import { RELEASE_FORMATS } from './release-reading.service.js';

export const TABLES: readonly TableName[] = ['exact', 'published'];
const FORMATS = Object.keys(RELEASE_FORMATS);

const release = {
  id: text,
  year: text,
  state: oneOfCodes(['provisional', 'final']),
  note: text,
  madeAt: moment,
  madeBy: oneOfCodes(ROLES),
  asOf: date,
  definitionsHash: text,
  registerHash: text,
  fingerprint: text,
  supersedes: { ...orNull(text), description: 'Id of the release whose place it took.' },
  embargoUntil: { ...orNull(moment), description: 'Nobody but the roles named reads it before then.' },
  preReleaseRoles: listOf(oneOfCodes(ROLES)),
  synthetic: { type: 'boolean' },
  classification,
  table: { ...oneOfCodes(TABLES), description: 'Which of its two tables this reader gets.' },
  control: {
    ...exactly({ small: count, step: oneOfCodes(['day', 'week', 'month']) }),
    description: 'By what its published table was controlled; absent from releases made before that was kept.',
  },
  supersededBy: { ...orNull(text), description: 'Id of the release that took its place.' },
};

const changes = listOf(schemaNamed('Change'));

const schemas = {
  AggregateRow: aggregateRow,
  Change: exactly({
    key: text,
    framework: text,
    title: text,
    evidence: aggregateEvidence,
    kind: oneOfCodes(['added', 'removed', 'changed']),
    members: listOf(oneOfCodes(COMPARED)),
    before: orNull(schemaNamed('AggregateRow')),
    after: orNull(schemaNamed('AggregateRow')),
    size: { ...quantity, description: 'By how much the value grew.' },
  }),
  ListedRelease: exactly(release, ['control']),
  Release: exactly(
    {
      ...release,
      positions: listOf(exactly({ partition: count, position: count })),
      definitions: listOf(exactly({ id: text, version: text, hash: text })),
      changes,
      summary: { ...text, description: 'The changes in plain English.' },
    },
    ['control'],
  ),
  ReleaseDifferences: exactly({ before: text, after: text, table: oneOfCodes(TABLES), changes, summary: text }),
};

const id = pathParameter('id', 'Id of a release: 2025-26.1');
const table = queryParameter('table', 'By default the one meant for the reader.', oneOfCodes(TABLES));
const noSuchRelease = problem('There is no such release, or not for this reader yet.');

export const makeReleaseOperation: Operation = {
  id: 'makeRelease',
  summary: 'Freeze the whole framework in a year as known now',
  description:
    'Pinned by the positions in the log and by K, the last whole day before. It never changes: a correction is another ' +
    'release, which supersedes this one.',
  body: {
    description: 'Final only 28 days after the year has ended.',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['year', 'state'],
          additionalProperties: false,
          properties: {
            year: text,
            state: oneOfCodes(['provisional', 'final']),
            note: text,
            embargoUntil: moment,
            preReleaseRoles: listOf(oneOfCodes(ROLES)),
          },
        },
      },
    },
  },
  answers: {
    201: json('What was made.', schemaNamed('Release')),
    400: cannotBeAnsweredAnswer,
    409: problem('The year cannot be final yet, or there is no key to sign with.'),
    503: comeBackLater('The figures of the year are not all there yet.'),
  },
  schemas,
};

export const releasesOperation: Operation = {
  id: 'listReleases',
  summary: 'The releases that the reader may read, the latest first',
  answers: { 200: json('Releases.', exactly({ releases: listOf(schemaNamed('ListedRelease')) })) },
  schemas,
};

export const releaseOperation: Operation = {
  id: 'readRelease',
  summary: 'A release: what it rests on, and what changed since the one it superseded',
  parameters: [id],
  answers: { 200: json('The release.', schemaNamed('Release')), 404: noSuchRelease },
  schemas,
};

export const differencesOperation: Operation = {
  id: 'readReleaseDifferences',
  summary: 'How a release differs from an earlier one',
  parameters: [id, queryParameter('since', 'Id of the earlier release; by default the one it superseded.')],
  answers: {
    200: json('The differences.', schemaNamed('ReleaseDifferences')),
    400: cannotBeAnsweredAnswer,
    404: noSuchRelease,
  },
  schemas,
};

export const releasedAggregatesOperation: Operation = {
  id: 'readReleasedAggregates',
  summary: 'The frozen table, byte for byte as it was put out',
  parameters: [
    id,
    queryParameter('format', 'csvw is the metadata of the CSV (CSV on the Web).', oneOfCodes(FORMATS)),
    table,
  ],
  answers: {
    200: {
      description: 'The file.',
      content: {
        'application/json': { schema: { type: 'object' } },
        'text/csv': { schema: text },
        'application/csvm+json': { schema: { type: 'object' } },
        'application/vnd.oasis.opendocument.spreadsheet': { schema: {} },
      },
    },
    400: cannotBeAnsweredAnswer,
    404: noSuchRelease,
  },
};

export const manifestOperation: Operation = {
  id: 'readManifest',
  summary: 'What a table of a release rests on, and the digests of its files, signed',
  parameters: [id, table],
  answers: {
    200: json('The signed manifest.', { type: 'object' }),
    400: cannotBeAnsweredAnswer,
    404: noSuchRelease,
  },
};

export const signingKeyOperation: Operation = {
  id: 'readSigningKey',
  summary: 'The public key that manifests are checked with',
  answers: {
    200: { description: 'Ed25519, PEM.', content: { 'application/x-pem-file': { schema: text } } },
    404: problem('No signing key is set.'),
  },
};
