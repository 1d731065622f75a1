/** A text that leads to another sheet. */
export interface SheetLink {
  readonly text: string;
  /** Name of the sheet. */
  readonly sheet: string;
}

/** Never empty and never merged. A text is only ever a text: there are no formulas. */
export type Cell = string | number | SheetLink;

export interface SheetColumn {
  /** Unique in its table, with the unit. */
  readonly heading: string;
  /** In centimetres. */
  readonly width: number;
}

/** A table of a sheet, marked up under its name as a range of the spreadsheet. */
export interface SheetTable {
  /** Letters, digits and `_`; unique in the spreadsheet. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** A cell for every column. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A sheet: its title in A1, a line of text a row below it, then its table. */
export interface Sheet {
  /** Letters, digits and `_`; unique in the spreadsheet. */
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly table: SheetTable | null;
}

export interface Spreadsheet {
  readonly title: string;
  /** RFC 3339, UTC. */
  readonly madeAt: string;
  readonly sheets: readonly Sheet[];
}
