let spansAreMade = false;

/** Whether spans are made: what only they need can be left undone where they are not. */
export function isTracing(): boolean {
  return spansAreMade;
}

/** For whoever begins and ends the making of spans. */
export function setTracing(on: boolean): void {
  spansAreMade = on;
}
