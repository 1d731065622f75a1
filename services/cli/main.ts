#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { readSettings, type Settings } from '../../libs/settings/settings.settings.js';
import { FolderInUse } from '../../libs/store/data-folder.store.js';
import { addAudit } from './audit.command.js';
import { addCompare } from './compare.command.js';
import { addErase } from './erasure/erase.command.js';
import { addExport } from './export.command.js';
import { addGenerate } from './generate.command.js';
import { addIngest } from './ingest.command.js';
import { addQuarantine } from './quarantine.command.js';
import { addQuery } from './query.command.js';
import { addRebuild } from './rebuild.command.js';
import { addRelease } from './release.command.js';
import { addStatus } from './status.command.js';
import { addVerify } from './verify.command.js';

const besideARunningSystem =
  'Use --url to send to the running system. Everything else that writes to the folder needs the system stopped first.';

const program = new Command('charter').description('Charter Monitor: events in, figures out.');
const settings = (): Settings => readSettings(process.env);
addIngest(program, settings);
addQuery(program, settings);
addStatus(program, settings);
addExport(program, settings);
addRebuild(program, settings);
addRelease(program, settings);
addVerify(program, settings);
addCompare(program, settings);
addErase(program, settings);
addQuarantine(program, settings);
addAudit(program, settings);
addGenerate(program, process.stdout, process.stderr.isTTY ? process.stderr : null);

try {
  await program.parseAsync();
} catch (error) {
  if (isMissingFile(error)) console.error(error.message);
  else if (error instanceof FolderInUse) console.error(`${error.message}\n${besideARunningSystem}`);
  else if (isForeseen(error)) console.error(error.message);
  else throw error;
  process.exitCode = 2;
}

function isMissingFile(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');
}

/** What a person can put right says whether trying again helps; anything else is a fault of this program, with its trace. */
function isForeseen(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'retriable' in error;
}
