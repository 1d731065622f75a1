// Verifies a release with nothing but its files and the public key of whoever signs releases:
//   node verify-release.mjs <manifest.json> <public-key.pem>
// The files that the manifest lists must lie beside it. Exit 0: all is as it was signed; 1: something is not; 2: no answer.
// It needs Node 20 or later, and shares no code with what made the release.
import { Buffer } from 'node:buffer';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** RFC 8785: members in order of their names, no white space. */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
};

function checkSignature(find, publicKey, { signature, ...manifest }) {
  const keyId = sha256(publicKey.export({ format: 'der', type: 'spki' }));
  if (publicKey.asymmetricKeyType !== 'ed25519') find('the public key is not of Ed25519');
  else if (signature?.keyId !== keyId) find(`the manifest says it is signed with another key: ${signature?.keyId}`);
  else if (!verify(null, Buffer.from(canonical(manifest)), publicKey, Buffer.from(String(signature.value), 'base64')))
    find('the signature does not fit the manifest: it was changed after it was signed');
}

function checkFile(find, folder, blockBytes, { name, bytes: length, sha256: digest, blocks }) {
  // A name is a name, and never leads elsewhere.
  if (typeof name !== 'string' || basename(name) !== name) return find(`${JSON.stringify(name)} is no name of a file`);
  let bytes;
  try {
    bytes = readFileSync(join(folder, name));
  } catch {
    return find(`${name} is missing`);
  }
  if (bytes.length !== length) return find(`${name} has ${bytes.length} bytes instead of ${length}`);
  if (sha256(bytes) === digest) return undefined;
  let placed = false;
  blocks.forEach((block, index) => {
    const from = index * blockBytes;
    const to = Math.min(from + blockBytes, bytes.length);
    if (sha256(bytes.subarray(from, to)) === block) return;
    placed = true;
    find(`${name} was changed between byte ${from} and byte ${to - 1}`);
  });
  if (!placed) find(`${name} does not have the digest of the manifest`);
  return undefined;
}

/** The manifest, and in `findings` what is not as it was signed: nothing when all is well. */
export function verifyRelease(manifestPath, keyPath) {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  if (manifest.format !== 'charter-manifest/1') throw new Error(`${manifestPath} is no manifest of a release`);
  const findings = [];
  const find = (text) => findings.push(text);
  checkSignature(find, createPublicKey(readFileSync(keyPath)), manifest);
  if (sha256(canonical(manifest.definitions)) !== manifest.definitionsHash) {
    find('the hash of the definitions is not that of the definitions listed');
  }
  for (const file of manifest.files) checkFile(find, dirname(manifestPath), manifest.blockBytes, file);
  return { manifest, findings };
}

/** Prints what was found; answers whether all is as it was signed. */
export function report({ manifest, findings }) {
  const { release, table, state, files, synthetic } = manifest;
  for (const finding of findings) process.stderr.write(`WRONG: ${finding}\n`);
  if (findings.length > 0) return false;
  const data = synthetic ? ', synthetic data' : '';
  process.stdout.write(
    `Release ${release} (${state}, ${table} figures${data}): ${files.length} files as they were signed.\n`,
  );
  return true;
}

const isCalled = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isCalled) {
  const [manifestPath, keyPath] = process.argv.slice(2);
  try {
    if (manifestPath === undefined || keyPath === undefined) {
      throw new Error('use: node verify-release.mjs <manifest.json> <public-key.pem>');
    }
    process.exitCode = report(verifyRelease(manifestPath, keyPath)) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`Cannot verify: ${error.message}\n`);
    process.exitCode = 2;
  }
}
