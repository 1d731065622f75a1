import { spawnSync } from 'node:child_process';
import { StackFailed } from './stack-failure.rule.js';

const oldestJava = 17;

/** Options of every Java program of the stack: its classes, and a log of warnings only. */
export function javaOptions(classPath: string): readonly string[] {
  const log = ['defaultLogLevel=warn', 'showDateTime=true', 'dateTimeFormat=yyyy-MM-dd HH:mm:ss'];
  return [...log.map((setting) => `-Dorg.slf4j.simpleLogger.${setting}`), '-cp', classPath];
}

/** @throws StackFailed `java-missing` where no Java 17 or later can be run */
export function requireJava(): void {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = error === undefined ? Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) : 0;
  if (version >= oldestJava) return;
  const found = version === 0 ? 'No java was found' : `Java ${version} was found`;
  throw new StackFailed('java-missing', `${found}; the stack needs ${oldestJava} or later. ${debianPackages}`);
}

/** @throws StackFailed `maven-missing` or `java-missing` where jars cannot be fetched or Java not be compiled */
export function requireMavenAndCompiler(): void {
  if (spawnSync('mvn', ['--version']).error !== undefined) {
    throw new StackFailed(
      'maven-missing',
      `No mvn was found; the stack's jars are fetched with Maven. ${debianPackages}`,
    );
  }
  if (spawnSync('javac', ['-version']).error !== undefined) {
    throw new StackFailed('java-missing', `No javac was found; the store's server is compiled once. ${debianPackages}`);
  }
}

const debianPackages = 'On Debian: apt-get install maven openjdk-17-jdk-headless';
