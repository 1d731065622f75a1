import { Inject, Injectable } from '@nestjs/common';
import { AUDIT, type Audit } from '../../../libs/access/audit.port.js';
import type { Principal } from '../../../libs/access/principal.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import { classificationOfRelease, type Classification } from '../../../libs/publication/classification.rule.js';
import { changesInWords } from '../../../libs/publication/differences-in-words.rule.js';
import { differencesBetween, type Change } from '../../../libs/publication/differences.rule.js';
import { fileStem, manifestName } from '../../../libs/publication/file-name.rule.js';
import { releaseAccess } from '../../../libs/publication/release-access.rule.js';
import { successorId } from '../../../libs/publication/release-id.rule.js';
import type { Release, ReleaseHead, TableName } from '../../../libs/publication/release.fact.js';
import { RELEASE_STORE, type ReleaseFile, type ReleaseStore } from '../../../libs/store/release-store.port.js';
import { releaseOf } from './stored-release.codec.js';

/** A release as it stands in a list. */
export interface ListedRelease extends Omit<ReleaseHead, 'definitions' | 'positions'> {
  readonly classification: Classification;
  /** Which table its reader gets. */
  readonly table: TableName;
  /** Id of the release that has taken its place; `null`: it is the year's latest. */
  readonly supersededBy: string | null;
}

/** A release, and what changed since the one it supersedes. */
export interface ReleaseAnswer extends ReleaseHead, Pick<ListedRelease, 'classification' | 'table' | 'supersededBy'> {
  readonly changes: readonly Change[];
  /** The same in plain English. */
  readonly summary: string;
}

/** How two releases differ, `after` seen from `before`. */
export interface ReleaseDifferences {
  readonly before: string;
  readonly after: string;
  readonly table: TableName;
  readonly changes: readonly Change[];
  readonly summary: string;
}

/** How a table is put out, and how the name of its file ends. */
export const RELEASE_FORMATS = {
  json: '.json',
  csv: '.csv',
  csvw: '.csv-metadata.json',
  ods: '.ods',
} as const;

export type ReleaseFormat = keyof typeof RELEASE_FORMATS;

/** Somebody who reads releases. */
type Reader = Pick<Principal, 'name' | 'role'>;

interface Readable {
  readonly release: Release;
  readonly table: TableName;
}

/** Answers from releases: to each reader those that may be read, and of them the table that is meant for the reader. */
@Injectable()
export class ReleaseReading {
  constructor(
    @Inject(RELEASE_STORE) private readonly store: ReleaseStore,
    @Inject(AUDIT) private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest made first. */
  async list({ role }: Reader): Promise<readonly ListedRelease[]> {
    const releases = (await this.store.documents()).map(releaseOf);
    const readable = releases.flatMap((release) => {
      const access = releaseAccess(release, role, this.clock());
      return access === null ? [] : [{ release, table: access.table }];
    });
    return readable
      .map(({ release: { exact: _, published: __, definitions: ___, positions: ____, ...head }, table }) => ({
        ...head,
        classification: classificationOfRelease(head),
        table,
        supersededBy: successorOf(head.id, readable),
      }))
      .reverse();
  }

  /** `null` where there is none that the reader may read. */
  async read(id: string, reader: Reader): Promise<ReleaseAnswer | null> {
    const found = await this.readable(id, reader);
    if (found === null) return null;
    const { exact, published, ...head } = found.release;
    const { changes } = found.table === 'exact' ? exact : published;
    const supersededBy = await this.successorOf(id, reader);
    return {
      ...head,
      classification: classificationOfRelease(head),
      table: found.table,
      supersededBy,
      changes,
      summary: changesInWords(changes, head.supersedes),
    };
  }

  /** How a release differs from another one that the reader may read too; `null` where one of them may not be read. */
  async differences(id: string, since: string, reader: Reader): Promise<ReleaseDifferences | null> {
    const [after, before] = [await this.readable(id, reader), await this.readable(since, reader)];
    if (after === null || before === null) return null;
    const table = after.table === 'exact' && before.table === 'exact' ? 'exact' : 'published';
    const changes = differencesBetween(before.release[table].rows, after.release[table].rows);
    return { before: since, after: id, table, changes, summary: changesInWords(changes, since) };
  }

  /** `null` where there is none, or the reader may not read it. `asked`: the published table for one who reads the exact. */
  async file(
    id: string,
    format: ReleaseFormat | 'manifest',
    reader: Reader,
    asked?: TableName,
  ): Promise<ReleaseFile | null> {
    const found = await this.readable(id, reader);
    if (found === null || (asked === 'exact' && found.table === 'published')) return null;
    const table = asked ?? found.table;
    const name = format === 'manifest' ? manifestName(id, table) : `${fileStem(id, table)}${RELEASE_FORMATS[format]}`;
    return this.store.file(id, table, name);
  }

  /** The id of the release that took its place, where the reader may read that one too. Reading its id is no reading of it. */
  private async successorOf(id: string, { role }: Reader): Promise<string | null> {
    const next = successorId(id);
    const document = await this.store.document(next);
    return document !== null && releaseAccess(releaseOf(document), role, this.clock()) !== null ? next : null;
  }

  /** Reading before the embargo has ended is accounted for first. */
  private async readable(id: string, { name, role }: Reader): Promise<Readable | null> {
    const document = await this.store.document(id);
    if (document === null) return null;
    const release = releaseOf(document);
    const now = this.clock();
    const access = releaseAccess(release, role, now);
    if (access === null) return null;
    if (access.early) {
      const question = { release: id, table: access.table };
      await this.audit.record({
        at: formatInstant(now),
        role,
        principal: name,
        action: 'read-release-early',
        question,
      });
    }
    return { release, table: access.table };
  }
}

function successorOf(id: string, releases: readonly { readonly release: ReleaseHead }[]): string | null {
  return releases.find(({ release }) => release.supersedes === id)?.release.id ?? null;
}
