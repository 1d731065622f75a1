/** Where the path stands: between the hosts and the options. There may be several hosts, so it is no URL to `URL`. */
const PARTS = /^([a-z+]+:\/\/[^/?]+)(?:\/([^?]*))?(\?.*)?$/;

/** The database that a MongoDB URL names; `undefined` where it names none. */
export function databaseNamedIn(url: string): string | undefined {
  const [, , path = ''] = PARTS.exec(url) ?? [];
  return path === '' ? undefined : decodeURIComponent(path);
}

/** The same servers with another database. */
export function withDatabase(url: string, database: string): string {
  const [, servers = url, , options = ''] = PARTS.exec(url) ?? [];
  return `${servers}/${encodeURIComponent(database)}${options}`;
}
