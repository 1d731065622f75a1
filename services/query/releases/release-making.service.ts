import { Inject, Injectable } from '@nestjs/common';
import { AUDIT, type Audit } from '../../../libs/access/audit.port.js';
import type { Principal } from '../../../libs/access/principal.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import { formatDay, localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { digestOf } from '../../../libs/publication/digest.codec.js';
import { releaseFiles } from '../../../libs/publication/downloads/release-files.rule.js';
import { manifestName } from '../../../libs/publication/file-name.rule.js';
import { frozenTable } from '../../../libs/publication/frozen-table.rule.js';
import { manifestBytes, manifestOf, signManifest } from '../../../libs/publication/manifest.codec.js';
import { nextReleaseId, supersededBy } from '../../../libs/publication/release-id.rule.js';
import { stateVerdict } from '../../../libs/publication/release-state.rule.js';
import type { SigningKey } from '../../../libs/publication/signing-key.codec.js';
import type { DefinitionHash, Release, TableName } from '../../../libs/publication/release.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { registerHash } from '../../../libs/register/register-hash.codec.js';
import { RELEASE_STORE, type ReleaseFile, type ReleaseStore } from '../../../libs/store/release-store.port.js';
import { AggregatesService } from '../aggregates/aggregates.service.js';
import { definitionHash } from '../definitions/definition.codec.js';
import { MEASURES, PUBLICATION_SETTINGS, REGISTER, type PublicationSettings } from '../query.settings.js';
import type { ReleaseRequest } from './release-request.parser.js';
import { releaseOf } from './stored-release.codec.js';

/** Why a release was not made. Nothing has been kept of it. */
export type NotMade =
  /** The request does not fit the calendar: see `reason`. */
  | { readonly code: 'not-a-year' | 'year-not-begun' | 'too-early-to-be-final'; readonly reason: string }
  /** No key is set to sign it with. */
  | { readonly code: 'no-signing-key'; readonly reason: string }
  /** Nothing has been counted, or the store did not say all that was reported: to be asked again. */
  | { readonly code: 'figures-not-whole'; readonly reason: string };

export type Made = { readonly made: true; readonly release: Release } | ({ readonly made: false } & NotMade);

/** Releases of one year begun at the same time, of which each but one is put back. */
const MOST_ATTEMPTS = 5;
const TABLES: readonly TableName[] = ['exact', 'published'];

/** Freezes the framework's year as known now: figures, how they came about, and the files they are put out as. */
@Injectable()
export class ReleaseMaking {
  constructor(
    @Inject(AggregatesService) private readonly aggregates: AggregatesService,
    @Inject(RELEASE_STORE) private readonly store: ReleaseStore,
    @Inject(REGISTER) private readonly register: Register,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
    @Inject(PUBLICATION_SETTINGS) private readonly settings: PublicationSettings,
    @Inject(AUDIT) private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async make(request: ReleaseRequest, { name, role }: Pick<Principal, 'name' | 'role'>): Promise<Made> {
    const { signingKey, small, step } = this.settings;
    if (signingKey === null) {
      return {
        made: false,
        code: 'no-signing-key',
        reason: 'CHARTER_SIGNING_KEY is not set, so nothing can be signed.',
      };
    }
    const now = this.clock();
    const verdict = stateVerdict(request.year, request.state, localDay(now));
    if (!verdict.allowed) return { made: false, code: verdict.code, reason: verdict.reason };
    const { year, asOf } = verdict;
    const { exact, published, positions, fingerprint, isWhole } = await this.aggregates.tablesAt(year, asOf);
    if (!isWhole || fingerprint === null) {
      return { made: false, code: 'figures-not-whole', reason: 'The figures of the year are not all there yet.' };
    }
    const { state, note, embargoUntil, preReleaseRoles } = request;
    const question = { year: year.code, state };
    await this.audit.record({ at: formatInstant(now), role, principal: name, action: 'make-release', question });
    const definitions = definitionHashes(this.measures);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const earlier = (await this.store.documents()).map(releaseOf);
      const supersedes = supersededBy(year.code, earlier);
      const before = earlier.find(({ id }) => id === supersedes) ?? null;
      const release: Release = {
        id: nextReleaseId(year.code, earlier),
        year: year.code,
        state,
        note,
        madeAt: formatInstant(now),
        madeBy: role,
        asOf: formatDay(asOf),
        positions,
        definitions,
        definitionsHash: digestOf(definitions),
        registerHash: registerHash(this.register),
        fingerprint,
        supersedes,
        embargoUntil,
        preReleaseRoles,
        synthetic: true,
        control: { small, step },
        exact: frozenTable(exact, before?.exact ?? null),
        published: frozenTable(published, before?.published ?? null),
      };
      if (await this.keep(release, now, signingKey)) return { made: true, release };
    }
    return { made: false, code: 'figures-not-whole', reason: 'Other releases of the year are being made.' };
  }

  /** Answers false where a release of that id was made in the meantime. */
  private keep(release: Release, madeAt: number, key: SigningKey): Promise<boolean> {
    const document = JSON.stringify(release);
    const files = TABLES.flatMap((table) => filesOf(release, table, key));
    return this.store.insert({ id: release.id, madeAt, document, files });
  }
}

/** What a table is put out as, and the signed manifest of that. */
function filesOf(release: Release, table: TableName, key: SigningKey): readonly ReleaseFile[] {
  const files = releaseFiles(release, table);
  const bytes = manifestBytes(signManifest(manifestOf(release, table, files), key));
  const manifest = { name: manifestName(release.id, table), mediaType: 'application/json', bytes };
  return [...files, manifest].map((file) => ({ table, ...file }));
}

function definitionHashes(measures: readonly Measure[]): readonly DefinitionHash[] {
  const order = ({ id, version }: DefinitionHash): string => `${id}@${version}`;
  return measures
    .map((measure) => ({ id: measure.id, version: measure.version, hash: definitionHash(measure) }))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
