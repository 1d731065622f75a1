/** Injection token of the `Receiver` that is told of changes of state. An application that tells nobody provides none. */
export const WEBHOOK = Symbol('Webhook');
