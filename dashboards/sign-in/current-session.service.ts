import { AsyncLocalStorage } from 'node:async_hooks';
import type { Session } from './session.fact.js';

/** Goes with a request through everything that is done for it, as its trace does. */
const sessions = new AsyncLocalStorage<Session>();

/** Does `work`, and all that comes of it, for whoever has signed in. */
export function onBehalfOf(session: Session, work: () => void): void {
  sessions.run(session, work);
}

/** Who has signed in for what is being done; `null`: nobody. */
export function currentSession(): Session | null {
  return sessions.getStore() ?? null;
}
