import { Command } from 'commander';
import { addPipeline } from './pipeline.command.js';

/* npm run bench -- <name> …: each bench is a command of its own, run from the checkout's root on a finished build. */
const program = new Command('bench').description('how fast it is, on this machine');
const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
addPipeline(program, stopping.signal);

try {
  await program.parseAsync();
} catch (error) {
  if (!stopping.signal.aborted) throw error;
  process.exitCode = 130;
}
