import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { answersYes, freePort, isTaken } from './loopback.service.js';
import { forget, logFileOf, processOn, remember, sendSignal } from './process.store.js';
import type { Question } from './question.codec.js';
import { StackFailed } from './stack-failure.rule.js';

const pollEvery = 100;
const answersWithin = 60_000;
const stopsWithin = 30_000;
const linesTold = 15;

/** A Java program that serves from a data folder. */
export interface ServerProgram {
  readonly name: string;
  readonly question: Question;
  /** Makes the folder ready and answers what follows `java`; some argument names a file in the folder. */
  readonly argumentsFor: (dataFolder: string, port: number) => Promise<readonly string[]>;
}

/** Where a server keeps its data, an absolute path, and the loopback port that it listens on: 0 takes a free one. */
export interface Place {
  readonly dataFolder: string;
  readonly port: number;
}

/** A server in a process of its own, that outlives this one. It keeps its port and its data over stops and starts. */
export interface Server {
  readonly port: number;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Asks it to end; one that does not within 30 s is killed. */
  readonly stop: () => Promise<void>;
  /** Holds it still: it neither answers nor closes a connection. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Stops it if it runs, starts it and waits until it answers. */
  readonly restart: () => Promise<void>;
}

/**
 * Starts a server, or takes over the one that runs on the folder, and waits until it answers.
 *
 * @throws StackFailed `port-taken`, `process-died` with the end of its log, or `no-answer`
 */
export async function startServer(program: ServerProgram, { dataFolder, port: wanted }: Place): Promise<Server> {
  const port = processOn(dataFolder)?.port ?? (wanted === 0 ? await freePort() : wanted);
  const server: Server = {
    port,
    kill: () => endProcessOn(dataFolder, 'SIGKILL'),
    stop: () => endProcessOn(dataFolder, 'SIGTERM'),
    pause: () => signal(dataFolder, 'SIGSTOP'),
    resume: () => signal(dataFolder, 'SIGCONT'),
    restart: async () => {
      await server.stop();
      await launch(program, dataFolder, port);
    },
  };
  if (processOn(dataFolder) === null) await launch(program, dataFolder, port);
  else await untilItAnswers(program, dataFolder, port);
  return server;
}

/** Ends the process that was started on a folder, if it runs, and waits until it has. */
export async function endProcessOn(dataFolder: string, how: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  signal(dataFolder, how);
  signal(dataFolder, 'SIGCONT');
  const deadline = Date.now() + stopsWithin;
  while (processOn(dataFolder) !== null) {
    if (Date.now() > deadline) signal(dataFolder, 'SIGKILL');
    await sleep(pollEvery);
  }
  forget(dataFolder);
}

function signal(dataFolder: string, name: NodeJS.Signals): void {
  const running = processOn(dataFolder);
  if (running !== null) sendSignal(running.pid, name);
}

/** Starts the process and waits until it answers; one that does not is ended again. */
async function launch(program: ServerProgram, dataFolder: string, port: number): Promise<void> {
  if (await isTaken(port)) {
    throw new StackFailed('port-taken', `Port ${port} of the ${program.name} is taken by another program.`);
  }
  mkdirSync(dataFolder, { recursive: true });
  const options = await program.argumentsFor(dataFolder, port);
  const log = openSync(logFileOf(dataFolder), 'a');
  const child = spawn('java', options, { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  await once(child, 'spawn');
  child.unref();
  if (child.pid !== undefined) remember(dataFolder, { pid: child.pid, port, since: new Date().toISOString() });
  try {
    await untilItAnswers(program, dataFolder, port);
  } catch (error) {
    await endProcessOn(dataFolder, 'SIGKILL');
    throw error;
  }
}

async function untilItAnswers({ name, question }: ServerProgram, dataFolder: string, port: number): Promise<void> {
  const deadline = Date.now() + answersWithin;
  while (!(await answersYes(port, question))) {
    if (processOn(dataFolder) === null) {
      throw new StackFailed('process-died', `The ${name} ended while it started. ${endOfLog(dataFolder)}`);
    }
    if (Date.now() > deadline) {
      throw new StackFailed('no-answer', `The ${name} runs but does not answer on ${port}. ${endOfLog(dataFolder)}`);
    }
    await sleep(pollEvery);
  }
}

function endOfLog(dataFolder: string): string {
  const file = logFileOf(dataFolder);
  return `The end of ${file}:\n${readFileSync(file, 'utf8').trimEnd().split('\n').slice(-linesTold).join('\n')}`;
}
