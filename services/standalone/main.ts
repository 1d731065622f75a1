import 'reflect-metadata';
import { readSettings, SettingsRefused } from '../../libs/settings/settings.settings.js';
import { DatabaseVersionMismatch } from '../../libs/store/sqlite-database.store.js';
import { FolderInUse } from '../../libs/store/data-folder.store.js';
import { startStandalone } from './standalone.service.js';
import { demoNotice, welcomeAt } from './welcome.rule.js';

try {
  const { address, holdsEvents, isDemo, close } = await startStandalone(readSettings(process.env), {
    clock: Date.now,
    failed: () => process.exit(1),
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
  console.log(`\nCharter Monitor listens on ${address}\n`);
  if (isDemo) console.log(demoNotice);
  else if (!holdsEvents) console.log(welcomeAt(address));
} catch (error) {
  if (!(error instanceof SettingsRefused || error instanceof FolderInUse || error instanceof DatabaseVersionMismatch)) {
    throw error;
  }
  console.error(error.message);
  process.exit(2);
}
