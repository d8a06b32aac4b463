import { displayWidth, sliceColumns } from './display-width.js';

/** One column under a dashed ruler, in columns of the console; `end` is exclusive. */
export interface Column {
  readonly start: number;
  readonly end: number;
}

/** Columns that a line of dashes marks out; `null` where the line is no ruler of two columns or more. */
export function readRuler(text: string): readonly Column[] | null {
  if (!/^\s*-{2,}(?:\s+-{2,})+\s*$/.test(text)) return null;
  return [...text.matchAll(/-+/g)].map((run) => ({ start: run.index, end: run.index + run[0].length }));
}

/**
 * Cells of a row under a ruler, trimmed; `null` where the row does not keep to the columns, because white space
 * was flattened on the way. Missing cells at the end are empty.
 */
export function readCells(text: string, columns: readonly Column[]): readonly string[] | null {
  const cells: string[] = [];
  let previous = 0;
  for (const [index, { start, end }] of columns.entries()) {
    if (index > 0 && sliceColumns(text, previous, start).trim() !== '') return null;
    const isLast = index === columns.length - 1;
    cells.push(sliceColumns(text, start, isLast ? Number.POSITIVE_INFINITY : end).trim());
    previous = end;
  }
  const before = sliceColumns(text, 0, columns[0].start).trim();
  return (before === '' || before === '*') && displayWidth(text.trimEnd()) > columns[0].start ? cells : null;
}
