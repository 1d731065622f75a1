import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem, type as systemName, release } from 'node:os';
import type { Machine } from './measurement.fact.js';

/** This machine, and the servers that the stack without Docker runs on it. */
export function thisMachine(): Machine {
  const pom = readFileSync('infra/local/pom.xml', 'utf8');
  return {
    cpus: cpus().length,
    cpu: cpus()[0]?.model.trim() ?? '',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${systemName()} ${release()}`,
    node: process.version,
    kafka: versionIn(pom, 'kafka_2.13'),
    store: `mongo-java-server ${versionIn(pom, 'mongo-java-server-h2-backend')} on an H2 file, a stand-in for MongoDB`,
  };
}

/** The commit that is checked out; `-dirty` where files differ from it. */
export function commitOfCheckout(): string {
  return execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=12'], { encoding: 'utf8' }).trim();
}

/** The version of an artefact that a Maven project depends on; empty where it does not. */
export function versionIn(pom: string, artefact: string): string {
  const after = pom.split(`<artifactId>${artefact}</artifactId>`)[1] ?? '';
  return /^\s*<version>([^<]+)</.exec(after)?.[1] ?? '';
}
