import { describeEventLog } from './event-log.contract.js';
import { MemoryLog } from './memory.log.js';

describeEventLog('The log in memory', (now) =>
  Promise.resolve({ log: new MemoryLog(6, now), remove: () => Promise.resolve() }),
);
