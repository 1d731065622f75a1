#!/usr/bin/env node
import 'reflect-metadata';
import { Command } from 'commander';
import { readSettings, SettingsRefused, type Settings } from '../../libs/settings/settings.settings.js';
import { FolderInUse } from '../../libs/store/data-folder.store.js';
import { DatabaseVersionMismatch } from '../../libs/store/sqlite-database.store.js';
import { addExport } from './export.command.js';
import { addGenerate } from './generate.command.js';
import { GenerationRefused } from './generation.parser.js';
import { addIngest } from './ingest.command.js';
import { NoData } from './offline-figures.service.js';
import { addQuery, QuestionRefused } from './query.command.js';
import { SendingFailed } from './send-lines.service.js';
import { addStatus } from './status.command.js';

/** What a person can put right; anything else is a fault of this program and keeps its trace. */
const expected = [
  SettingsRefused,
  FolderInUse,
  DatabaseVersionMismatch,
  NoData,
  QuestionRefused,
  SendingFailed,
  GenerationRefused,
];

const program = new Command('charter').description('Charter Monitor: events in, figures out.');
const settings = (): Settings => readSettings(process.env);
addIngest(program, settings);
addQuery(program, settings);
addStatus(program, settings);
addExport(program, settings);
addGenerate(program, process.stdout, process.stderr.isTTY ? process.stderr : null);

try {
  await program.parseAsync();
} catch (error) {
  if (isMissingFile(error)) console.error(error.message);
  else if (error instanceof FolderInUse) console.error(`${error.message}\nUse --url to send to the running system.`);
  else if (error instanceof Error && expected.some((kind) => error instanceof kind)) console.error(error.message);
  else throw error;
  process.exitCode = 2;
}

function isMissingFile(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR');
}
