import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { breachIn, CHAIN_START, type AuditLine, type ChainEnd } from '../../libs/access/audit-chain.rule.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import type { AuditPage } from '../query/audit/audit.controller.js';
import { answerOf } from './asked-system.service.js';
import { copyFault, readCopy } from './audit-copy.rule.js';
import { grouped } from './intake-report.rule.js';
import { openToRead } from './opened-system.service.js';

interface SystemOptions {
  readonly url?: string;
  readonly token?: string;
}

const BATCH_SIZE = 500;

/** `charter audit check|export`: whether the account of who did what is as it was written, and a copy of it. */
export function addAudit(program: Command, settings: () => Settings): void {
  const audit = program.command('audit').description('the account of who did what');
  audit
    .command('check')
    .description('whether no line was changed, left out or put in; against a copy, whether none was cut off')
    .option('--copy <file>', 'what charter audit export printed earlier, kept elsewhere')
    .option('--url <url>', 'ask a running system (default: straight on the store)')
    .option('--token <token>', 'bearer token of an auditor or admin (default: CHARTER_TOKEN)')
    .action(async ({ copy, ...options }: SystemOptions & { readonly copy?: string }) => {
      const kept = copy === undefined ? [] : readCopy(readFileSync(copy, 'utf8'));
      const fault = await faultOf(pagesOf(options, settings()), kept);
      if (fault !== null) process.exitCode = 1;
      if (fault !== null) process.stderr.write(`The audit log is not as it was written: ${fault}.\n`);
    });
  audit
    .command('export')
    .description('print every line, as JSON, a line each')
    .option('--url <url>', 'ask a running system (default: straight on the store)')
    .option('--token <token>', 'bearer token of an auditor or admin (default: CHARTER_TOKEN)')
    .action(async (options: SystemOptions) => {
      for await (const lines of pagesOf(options, settings())) {
        const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
        if (!process.stdout.write(text)) await once(process.stdout, 'drain');
      }
    });
}

/** Says how far the log is whole; answers what is wrong with it, `null` where nothing is. */
async function faultOf(pages: AsyncIterable<readonly AuditLine[]>, kept: readonly AuditLine[]): Promise<string | null> {
  let end: ChainEnd = CHAIN_START;
  for await (const lines of pages) {
    const breach = breachIn(lines, end) ?? copyFault(kept, lines);
    if (breach !== null) return breach;
    end = lines.at(-1) ?? end;
  }
  const last = kept.at(-1);
  if (last !== undefined && last.number > end.number)
    return `it ends with line ${end.number}, the copy with line ${last.number}`;
  process.stdout.write(`Whole: ${grouped(end.number)} lines, the last with the digest ${end.digest}.\n`);
  return null;
}

/** The lines in order, some at a time, from a running system or the store. */
async function* pagesOf({ url, token }: SystemOptions, settings: Settings): AsyncGenerator<readonly AuditLine[]> {
  if (url !== undefined) {
    for (let after: number | null = 0; after !== null;) {
      const asked = { url, token: token ?? settings.token, method: 'GET', path: `/v1/audit?after=${after}` } as const;
      const { lines, next } = (await answerOf(asked)) as AuditPage;
      yield lines;
      after = next;
    }
    return;
  }
  const { store, close } = await openToRead(settings);
  try {
    for (let after: number | null = 0; after !== null;) {
      const lines = await store.audit.after(after, BATCH_SIZE);
      yield lines;
      after = lines.at(-1)?.number ?? null;
    }
  } finally {
    await close();
  }
}
