/** One object. */
export interface ObjectRecord {
  /** Printed values by property name in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly shape: 'list' | 'table' | 'json' | 'csv';
  /** The command above, without its prompt; `null` where none is seen. */
  readonly command: string | null;
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** What a form makes of the lines from one index on. */
export interface ReadRecords {
  readonly records: readonly ObjectRecord[];
  readonly nextIndex: number;
}

/** Objects of one output; a page of a hundred thousand is no evidence of one device. */
export const RECORDS_MAX = 20_000;
/** Properties of one object. */
export const FIELDS_MAX = 500;

/** A property name as Windows names them. */
export const PROPERTY = /^[A-Za-z_][\w.]{0,60}$/;
