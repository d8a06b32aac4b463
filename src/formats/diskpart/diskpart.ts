/** What diskpart prints: lists of disks, partitions and volumes, details, and what was done in the session. */

import { type Column, commandOf, type Line, readRuler, undress } from '../text/text.js';
import { readDetail } from './detail.js';
import type { DiskpartReading } from './reading.js';
import {
  type DiskRow,
  type PartitionRow,
  readDiskRow,
  readPartitionRow,
  readVolumeRow,
  type VolumeRow,
} from './rows.js';
import { Session } from './session.js';

export type { DiskpartReading } from './reading.js';
export type { DiskRow, PartitionRow, VolumeRow } from './rows.js';
export { type PartitionWord, partitionWord } from './type-words.js';

const DISK_COLUMNS = 6;
const PARTITION_COLUMNS = 4;
const VOLUME_COLUMNS = 8;
const ROWS_MAX = 512;

/** Reads every output of diskpart in a text, in any display language. */
export function readDiskpart(dressed: readonly Line[]): DiskpartReading[] {
  const lines = undress(dressed);
  const session = new Session();
  for (let index = 0; index < lines.length; ) {
    index = Math.max(index + 1, readAt(lines, index, session));
  }
  return session.finish();
}

/** Reads what begins at `index`. @returns The index behind it. */
function readAt(lines: readonly Line[], index: number, session: Session): number {
  const { text } = lines[index];
  if (text.length > 400) return index + 1;
  const command = commandOf(text);
  if (command !== null) {
    session.command(command, lines[index].number);
    return index + 1;
  }
  const columns = text.includes('--') ? readRuler(text) : null;
  if (columns !== null) return readTable(lines, index, columns, session);

  const detail = readDetail(lines, index);
  if (detail !== null) {
    session.detail(detail.reading);
    return detail.nextIndex;
  }
  const row = /\d/.test(text) ? readPartitionRow(text, false) : null;
  if (row !== null) return readPartitions(lines, index, false, session);
  session.said(text, lines[index].number);
  return index + 1;
}

function readTable(lines: readonly Line[], ruler: number, columns: readonly Column[], session: Session): number {
  if (columns.length === PARTITION_COLUMNS) return readPartitions(lines, ruler + 1, true, session);
  if (columns.length === DISK_COLUMNS) {
    const { rows, next } = rowsFrom<DiskRow>(lines, ruler + 1, (text) => readDiskRow(text, columns));
    if (rows.length > 0) session.disks(rows, headLine(lines, ruler), lines[next - 1].number);
    return next;
  }
  if (columns.length === VOLUME_COLUMNS || columns.length === VOLUME_COLUMNS - 1) {
    const { rows, next } = rowsFrom<VolumeRow>(lines, ruler + 1, (text) => readVolumeRow(text, columns));
    if (rows.length > 0) session.volumes(rows, headLine(lines, ruler), lines[next - 1].number);
    return next;
  }
  return ruler + 1;
}

function readPartitions(lines: readonly Line[], index: number, isInTable: boolean, session: Session): number {
  const { rows, next } = rowsFrom<PartitionRow>(lines, index, (text) => readPartitionRow(text, isInTable));
  const first = isInTable ? headLine(lines, index - 1) : lines[index].number;
  if (rows.length > 0) session.partitions(rows, isInTable, first, lines[next - 1].number);
  return next;
}

/** Rows one under another; single blank lines between them are of the page that they were pasted from. */
function rowsFrom<Row>(
  lines: readonly Line[],
  index: number,
  read: (text: string) => Row | null,
): { rows: Row[]; next: number } {
  const rows: Row[] = [];
  let next = index;
  for (let i = index; i < lines.length && rows.length < ROWS_MAX; i++) {
    const text = lines[i].text;
    if (text.trim() === '' && i < next + 2) continue;
    const row = read(text);
    if (row === null) break;
    rows.push(row);
    next = i + 1;
  }
  return { rows, next };
}

/** Number of the line with the column heads above a ruler. */
function headLine(lines: readonly Line[], ruler: number): number {
  for (let i = ruler - 1; i >= 0 && i >= ruler - 2; i--) {
    if (lines[i].text.trim() !== '' && commandOf(lines[i].text) === null) return lines[i].number;
  }
  return lines[ruler].number;
}
