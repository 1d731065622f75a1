import { join } from 'node:path';
import { classPathOfStack } from './jars.store.js';
import { javaOptions, requireJava } from './java-tools.service.js';
import { loopback } from './loopback.service.js';
import { ping } from './question.codec.js';
import { startServer, type Place, type Server } from './server.service.js';

/** A server that speaks MongoDB's protocol: a stand-in, see StoreServer.java. */
export interface StoreServer extends Server {
  /** As `CHARTER_MONGO_URL` wants it. */
  readonly url: string;
}

/** Starts the stand-in, or takes over the one that runs on the folder. @throws StackFailed */
export async function startStore(place: Place, checkout = process.cwd()): Promise<StoreServer> {
  requireJava();
  const java = javaOptions(classPathOfStack(checkout));
  const server = await startServer(
    {
      name: 'store',
      question: ping,
      argumentsFor: (dataFolder, port) =>
        Promise.resolve(['-Xmx512m', ...java, 'StoreServer', String(port), join(dataFolder, 'store.mv')]),
    },
    place,
  );
  return { ...server, url: `mongodb://${loopback}:${server.port}/charter` };
}
