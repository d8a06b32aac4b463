/** What every table of outside facts is made of: rows that name their source, looked up by one key. */

/** How far a fact may be trusted. `high`: published, or two independent sources; `medium`: one good source, or inferred; `low`: a hint. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What every row carries besides its fact. */
export interface Sourced {
  /** Public pointers where the fact can be checked; none where it is only known from public device records. */
  readonly source: readonly string[];
  readonly confidence: Confidence;
  /** The day on which somebody last held the row against its sources, `YYYY-MM-DD`. */
  readonly checked: string;
}

/** One table. Rows are made on first use: a command that never asks for a table never pays for it. */
export interface Table<Row> {
  readonly name: string;
  readonly keyOf: (row: Row) => string;
  readonly rows: () => readonly Row[];
  /** The row with this key, in whatever letter case; `undefined` where the table holds none. */
  readonly find: (key: string) => Row | undefined;
}

/** Makes a table whose rows are built once, when first asked for. */
export function table<Row>(name: string, keyOf: (row: Row) => string, make: () => readonly Row[]): Table<Row> {
  let rows: readonly Row[] | null = null;
  let index: Map<string, Row> | null = null;
  const all = () => {
    rows ??= make();
    return rows;
  };
  const find = (key: string) => {
    index ??= new Map(all().map((row) => [keyOf(row).toLowerCase(), row]));
    return index.get(key.toLowerCase());
  };
  return { name, keyOf, rows: all, find };
}

/** The same table with more rows: one whose key is known replaces the old row in its place, another joins at the end. */
export function extended<Row>(base: Table<Row>, extra: readonly Row[]): Table<Row> {
  if (extra.length === 0) return base;
  return table(base.name, base.keyOf, () => {
    const byKey = new Map(base.rows().map((row) => [base.keyOf(row).toLowerCase(), row]));
    for (const row of extra) byKey.set(base.keyOf(row).toLowerCase(), row);
    return [...byKey.values()];
  });
}

/**
 * Splits a table that is written as text: a line a row, cells parted by `|`, blank lines and lines that begin
 * with `#` left out. Big tables are kept so because a string costs nothing until somebody looks into it.
 *
 * @param width How many cells each row must have.
 * @throws {Error} Where a line has another number of cells: a mistake in our own table.
 */
export function splitRows(text: string, width: number): string[][] {
  const rows: string[][] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== width) throw new Error(`Knowledge row has ${cells.length} cells, expected ${width}: ${line}`);
    rows.push(cells);
  }
  return rows;
}

/** Splits a cell that lists several words; an empty cell lists none. */
export function words(cell: string): string[] {
  return cell === '' ? [] : cell.split(/\s+/);
}
