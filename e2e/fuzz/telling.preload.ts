/**
 * Brought in by `--import`, with `--expose-gc`: on SIGUSR2 the process says, once what is no longer used has been given back, how
 * much it holds.
 */
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  globalThis.gc?.();
  const handles = process.getActiveResourcesInfo().filter((name) => name !== 'Immediate' && name !== 'Timeout').length;
  process.stderr.write(`holding ${JSON.stringify({ heap: process.memoryUsage().heapUsed, handles })}\n`);
});
