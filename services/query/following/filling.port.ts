/** So many of so many events. */
export interface FillingProgress {
  readonly sent: number;
  readonly of: number;
}

/** Puts synthetic history on the log at a first start. */
export interface Filling {
  /** How much of it is on the log; `null` before it begins and when it is done. */
  readonly progress: () => FillingProgress | null;
}

/** Injection token of the `Filling`. An application that fills nothing provides none. */
export const FILLING = Symbol('Filling');
