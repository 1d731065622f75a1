import { Command, InvalidArgumentError } from 'commander';
import { environmentOf, toExports } from './environment.codec.js';
import { jarsAreThere } from './jars.store.js';
import { loopback } from './loopback.service.js';
import { bringUp, standingOf, takeDown, type Standing } from './stack.service.js';
import { exitCodeOf, StackFailed } from './stack-failure.rule.js';
import { describeStanding } from './standing.codec.js';
import { testOnStack } from './test-run.service.js';

const checkout = process.cwd();
const program = new Command('stack')
  .description('Kafka and a MongoDB stand-in on this machine, without Docker')
  .enablePositionalOptions();

program
  .command('up')
  .description('start what is down, and wait until it answers')
  .option('--kafka-port <port>', 'port of the broker, 0 for a free one', toPort, 19092)
  .option('--mongo-port <port>', 'port of the store, 0 for a free one', toPort, 27117)
  .action(async ({ kafkaPort, mongoPort }: { readonly kafkaPort: number; readonly mongoPort: number }) => {
    tellOfFetching();
    await bringUp(checkout, { broker: kafkaPort, store: mongoPort });
    process.stdout.write(describeStanding(await standingOf(checkout)));
  });

program
  .command('down')
  .description('end what up has started')
  .option('--wipe', 'and delete its data', false)
  .action(async ({ wipe }: { readonly wipe: boolean }) => {
    await takeDown(checkout, wipe);
    console.log(wipe ? 'The stack is down, its data deleted.' : 'The stack is down; its data stay in .stack/.');
  });

program
  .command('status')
  .description('what runs; exit code 1 if anything is down')
  .action(async () => {
    const standings = await standingOf(checkout);
    process.stdout.write(describeStanding(standings));
    if (!standings.every(({ answers }) => answers)) process.exitCode = 1;
  });

program
  .command('env')
  .description('lines that tell the system where the stack is: eval "$(npm run --silent stack:env)"')
  .action(async () => {
    const [broker, store] = (await standingOf(checkout)).map(portOf);
    const addresses = { brokers: `${loopback}:${broker}`, url: `mongodb://${loopback}:${store}/charter` };
    process.stdout.write(toExports(environmentOf(addresses)));
  });

program
  .command('test')
  .description('run the tests named *.stack.ts on a stack of their own; arguments go to jest')
  .argument('[jest...]')
  .passThroughOptions()
  .allowUnknownOption()
  .action(async (args: readonly string[]) => {
    tellOfFetching();
    const stopping = new AbortController();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());
    process.exitCode = await testOnStack(checkout, args, stopping.signal);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof StackFailed)) throw error;
  console.error(error.message);
  process.exitCode = exitCodeOf(error);
}

function tellOfFetching(): void {
  if (!jarsAreThere(checkout)) console.log('Fetching Kafka and the MongoDB stand-in with Maven: 50 MB, once.');
}

function portOf({ name, running }: Standing): number {
  if (running === null) throw new StackFailed('not-up', `The ${name} is down. Start it with: npm run stack:up`);
  return running.port;
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError('must be a whole number from 0 to 65535');
}
