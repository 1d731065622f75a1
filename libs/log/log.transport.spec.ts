import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { PartitionHandler } from './event-log.port.js';
import { LogTransport } from './log.transport.js';
import { MemoryLog } from './memory.log.js';
import { PollingConsumer } from './polling.consumer.js';
import { RecordingHandler } from './recording-handler.testkit.js';

@Module({})
class Empty {}

/** A running application that reads a log of one record, and what it was told of its end. */
async function running(over: Partial<PartitionHandler> = {}) {
  const log = new MemoryLog(1, () => 0);
  await log.append([{ key: 'CASE-000001', value: 'a' }]);
  const handler = new RecordingHandler(over);
  const failures: unknown[] = [];
  const strategy = new LogTransport({
    consumer: new PollingConsumer(log, { pollMs: 5 }),
    handler,
    failed: (error) => failures.push(error),
  });
  const module = await Test.createTestingModule({ imports: [Empty] }).compile();
  const application = module.createNestApplication({ logger: false });
  application.connectMicroservice({ strategy });
  await application.startAllMicroservices();
  return { application, handler, failures };
}

describe('the log as a transport', () => {
  it('hands over batches from the start of the application until it closes', async () => {
    const { application, handler, failures } = await running();
    await handler.saw('caught up 0');
    await application.close();
    expect(handler.calls).toEqual(['assigned 0', 'records 0: a', 'caught up 0', 'revoked 0']);
    expect(failures).toEqual([]);
  });

  it('tells with which error reading has ended', async () => {
    const bug = new TypeError('a bug');
    const { application, handler, failures } = await running({ records: () => Promise.reject(bug) });
    await handler.until(() => failures.length > 0, 'the failure');
    expect(failures).toEqual([bug]);
    await application.close();
  });
});
