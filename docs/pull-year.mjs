// Pulls a year of the charter's annual framework from a running system, and verifies it:
//   node pull-year.mjs <address> <year or release> [folder] [public-key.pem]
//   node pull-year.mjs http://127.0.0.1:3000 2025-26
// CHARTER_TOKEN is the bearer token of a compiler or auditor, for the exact figures; without it, the published ones.
// The key that the system itself tells proves that nothing was changed on the way. Who signed, only a key proves that came
// by another way: name its file. Exit 0: pulled, and as it was signed; 1: something is not; 2: no answer.
// It needs Node 20 or later, and verify-release.mjs beside it.
import { Buffer } from 'node:buffer';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { URL } from 'node:url';
import { report, verifyRelease } from './verify-release.mjs';

const FORMATS = ['json', 'csv', 'csvw', 'ods'];
const LONGEST_WAIT_MS = 60_000;

async function fetched(address, path) {
  const token = process.env.CHARTER_TOKEN;
  const answer = await globalThis.fetch(new URL(path, address), {
    headers: token === undefined || token === '' ? {} : { Authorization: `Bearer ${token}` },
    signal: globalThis.AbortSignal.timeout(LONGEST_WAIT_MS),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.ok) return bytes;
  throw new Error(`${path} answered ${answer.status}: ${bytes.toString('utf8').slice(0, 300)}`);
}

const json = async (address, path) => JSON.parse((await fetched(address, path)).toString('utf8'));

/** The release named, or the year's newest that the reader may read. */
async function released(address, wanted) {
  const { releases } = await json(address, '/v1/releases');
  const found = releases.find(({ id }) => id === wanted) ?? releases.find(({ year }) => year === wanted);
  if (found !== undefined) return json(address, `/v1/releases/${found.id}`);
  const there = releases.map(({ id }) => id).join(', ');
  throw new Error(`there is no release of ${wanted} for this reader${there === '' ? '' : `; there are ${there}`}`);
}

/** Writes the files under the names that the manifest gives them; answers where the manifest lies. */
async function pull(address, { id }, folder) {
  const manifest = await fetched(address, `/v1/releases/${id}/manifest`);
  const { files, table } = JSON.parse(manifest.toString('utf8'));
  mkdirSync(folder, { recursive: true });
  const ofFormat = (name) => {
    if (name.endsWith('.csv-metadata.json')) return 'csvw';
    return FORMATS.find((format) => name.endsWith(`.${format}`));
  };
  for (const [index, { name }] of files.entries()) {
    if (basename(name) !== name) throw new Error(`${JSON.stringify(name)} is no name of a file`);
    process.stderr.write(`\rPulling ${id}: file ${index + 1} of ${files.length}`);
    const path = `/v1/releases/${id}/aggregates?format=${ofFormat(name)}&table=${table}`;
    writeFileSync(join(folder, name), await fetched(address, path));
  }
  process.stderr.write('\n');
  const manifestPath = join(folder, `charter-${id}${table === 'exact' ? '-exact' : ''}.manifest.json`);
  writeFileSync(manifestPath, manifest);
  return manifestPath;
}

function figure({ value, unit, status, text }) {
  const marks = status.map((mark) => `[${mark}]`).join('');
  if (value === null) return `${marks} ${text?.split('\n')[0] ?? ''}`.trim();
  const shown = unit === 'proportion' ? `${(100 * value).toFixed(1)}%` : `${value}${unit === null ? '' : ` ${unit}`}`;
  return `${shown} ${marks}`.trim();
}

async function main([address, wanted, folder = '.', keyPath]) {
  if (address === undefined || wanted === undefined) {
    throw new Error('use: node pull-year.mjs <address> <year or release> [folder] [public-key.pem]');
  }
  const release = await released(address, wanted);
  const manifestPath = await pull(address, release, folder);
  const toldKey = join(folder, 'public-key.pem');
  if (keyPath === undefined) writeFileSync(toldKey, await fetched(address, '/v1/signing-key'));
  const verified = verifyRelease(manifestPath, keyPath ?? toldKey);
  const isSound = report(verified);
  if (!isSound) return false;
  // What is printed is read from the file that was verified.
  const { name } = verified.manifest.files.find((file) => file.mediaType === 'application/json');
  const { rows } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  for (const row of rows) process.stdout.write(`${row.framework}\t${row.title}\t${figure(row)}\n`);
  process.stdout.write(`\n${release.summary}`);
  return true;
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`Cannot pull: ${error.message}${error.cause ? ` (${error.cause.message})` : ''}\n`);
  process.exitCode = 2;
}
