import { type Column, type PrintedSize, readCells, readSize } from '../text/text.js';
import { type PartitionWord, partitionWord, volumeMark } from './type-words.js';

/** A row of `list partition`. */
export interface PartitionRow {
  readonly number: number;
  /** The type as printed. */
  readonly type: string;
  /** What it means; `null` for a word that we do not know. */
  readonly word: PartitionWord | null;
  readonly size: PrintedSize;
  readonly offset: PrintedSize;
  /** The row bears the star of the selected partition. */
  readonly isSelected: boolean;
}

/** A row of `list disk`. */
export interface DiskRow {
  readonly number: number;
  readonly size: PrintedSize;
  readonly unallocated: PrintedSize;
  /** `null` where flattened white space no longer shows which column a star stands in. */
  readonly isDynamic: boolean | null;
  readonly isGpt: boolean | null;
}

/** A row of `list volume`. */
export interface VolumeRow {
  readonly number: number;
  readonly letter: string | null;
  readonly label: string | null;
  readonly fileSystem: string | null;
  readonly size: PrintedSize | null;
  readonly mark: 'os' | 'efi' | null;
}

const NUMBERED = /^\s*(\*?)\s*(?:(\P{Nd}{1,24}?)\s*(\d{1,3})|(\d{1,3})\.\s*\p{L}+)(?:\s+(.*))?$/u;
const TWO_SIZES =
  /^(.*?)\s*(?<![\d.,])(\d[\d.,]*\s*\p{L}{1,10}\.?)\s+(\d[\d.,]*\s*\p{L}{1,10}\.?)((?:\s+\*){0,2})\s*$/u;
const FILE_SYSTEM = /^(?:NTFS|FAT32|FAT|FAT16|exFAT|ReFS|RAW|UDF|CDFS|CSVFS)$/i;

interface Numbered {
  readonly isSelected: boolean;
  readonly number: number;
  readonly rest: string;
}

function numbered(text: string): Numbered | null {
  if (text.length > 300) return null;
  const match = NUMBERED.exec(text);
  if (match === null || match[2]?.includes(':')) return null;
  return { isSelected: match[1] === '*', number: Number(match[3] ?? match[4]), rest: match[5] ?? '' };
}

/**
 * Reads a row of `list partition`: a word and number, a type, a size and an offset.
 *
 * @param isInTable Whether it stands under the ruler of such a list; elsewhere its type must be a word that we know.
 */
export function readPartitionRow(text: string, isInTable: boolean): PartitionRow | null {
  const row = numbered(text);
  const sizes = row === null ? null : TWO_SIZES.exec(row.rest);
  if (row === null || sizes === null || sizes[4] !== '' || row.number === 0) return null;
  const size = readSize(sizes[2]);
  const offset = readSize(sizes[3]);
  const type = sizes[1].trim();
  if (size === null || offset === null || type === '' || /\d/.test(type)) return null;
  const word = partitionWord(type);
  if (!isInTable && word === null) return null;
  return { number: row.number, type, word, size, offset, isSelected: row.isSelected };
}

/** Reads a row of `list disk`. `columns`: of the ruler above it. */
export function readDiskRow(text: string, columns: readonly Column[]): DiskRow | null {
  const row = numbered(text);
  const sizes = row === null ? null : TWO_SIZES.exec(row.rest);
  if (row === null || sizes === null) return null;
  const size = readSize(sizes[2]);
  const unallocated = readSize(sizes[3]);
  if (size === null || unallocated === null) return null;
  const cells = readCells(text, columns);
  const isAligned = cells !== null && readSize(cells[2]) !== null && columns[0].end - columns[0].start > 3;
  const stars = sizes[4].replace(/\s/g, '').length;
  const isGpt = isAligned ? cells[5].includes('*') : stars === 0 ? false : stars === 2 ? true : null;
  const isDynamic = isAligned ? cells[4].includes('*') : stars === 0 ? false : stars === 2 ? true : null;
  return { number: row.number, size, unallocated, isDynamic, isGpt };
}

/** Reads a row of `list volume`. `columns`: of the ruler above it. */
export function readVolumeRow(text: string, columns: readonly Column[]): VolumeRow | null {
  const row = numbered(text);
  if (row === null) return null;
  const cells = readCells(text, columns);
  if (cells !== null && isVolumeCells(cells)) {
    return {
      number: row.number,
      letter: cells[1] === '' ? null : cells[1].toUpperCase(),
      label: cells[2] === '' ? null : cells[2],
      fileSystem: cells[3] === '' ? null : cells[3],
      size: readSize(cells[5]),
      mark: volumeMark(cells[7] ?? ''),
    };
  }
  return readFlatVolume(row);
}

function isVolumeCells(cells: readonly string[]): boolean {
  const isFileSystem = cells[3] === '' || FILE_SYSTEM.test(cells[3]);
  return /^[A-Z]?$/i.test(cells[1]) && isFileSystem && readSize(cells[5]) !== null;
}

/** A row whose columns were flattened: the file system and the size hold it together. */
function readFlatVolume(row: Numbered): VolumeRow | null {
  const match = /^(.*?)(?<![\d.,])(\d[\d.,]*\s*[\p{L}]{1,7})(?:\s+(.*))?$/u.exec(row.rest);
  const size = match === null ? null : readSize(match[2]);
  if (match === null || size === null) return null;
  const words = match[1].trim().split(/\s+/);
  const at = words.findIndex((word, index) =>
    index > 0 ? FILE_SYSTEM.test(word) : FILE_SYSTEM.test(word) && words.length <= 2,
  );
  const before = words.slice(0, Math.max(0, at));
  const letter = before.length > 0 && /^[A-Z]$/.test(before[0]) ? before[0] : null;
  const label = before.slice(letter === null ? 0 : 1).join(' ');
  const last = (match[3] ?? '').trim().split(/\s+/).at(-1) ?? '';
  if (at < 0 && !/^[A-Z]$/.test(words[0])) return null;
  return {
    number: row.number,
    letter: at < 0 ? words[0] : letter,
    label: at < 0 || label === '' ? null : label,
    fileSystem: at < 0 ? null : words[at],
    size,
    mark: (match[3] ?? '').trim().includes(' ') ? volumeMark(last) : null,
  };
}
