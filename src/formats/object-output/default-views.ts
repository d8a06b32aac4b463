import type { Line } from '../text/text.js';
import { type ObjectRecord, RECORDS_MAX, type ReadRecords } from './object-record.js';

const SIZE = '[\\d.,]+ ?(?:[KMGTP]?B|bytes)';

/**
 * Tables that PowerShell prints by itself, whose cells hold spaces: their rows are read by the form of their cells, so
 * that flattened white space does no harm.
 */
const VIEWS: readonly { readonly heads: RegExp; readonly names: readonly string[]; readonly row: RegExp }[] = [
  {
    heads: /^\s*PartitionNumber\s+DriveLetter\s+Offset\s+Size\s+Type\s*$/,
    names: ['partitionnumber', 'driveletter', 'offset', 'size', 'type'],
    row: new RegExp(`^\\s*(\\d{1,3})\\s+(?:([A-Z])\\s+)?(\\d+)\\s+(${SIZE})\\s+(\\S.*?)\\s*$`),
  },
  {
    heads:
      /^\s*DriveLetter\s+(?:FriendlyName|FileSystemLabel)\s+(?:FileSystemType|FileSystem)\s+DriveType\s+HealthStatus\s+(?:OperationalStatus\s+)?SizeRemaining\s+Size\s*$/,
    names: ['driveletter', 'filesystemlabel', 'filesystem', 'sizeremaining', 'size'],
    row: new RegExp(
      `^\\s*(?:([A-Z])\\s+)?(?:(\\S.*?)\\s+)?(NTFS|FAT32|FAT|exFAT|ReFS|CSVFS|Unknown|UDF|CDFS|RAW)\\s+\\S.*?\\s(${SIZE})\\s+(${SIZE})\\s*$`,
      'i',
    ),
  },
  {
    heads: /^\s*Number\s+Friendly Name\s.*Total Size\s+Partition(?:\s+Style)?\s*$/,
    names: ['number', 'friendlyname', 'size', 'partitionstyle'],
    row: new RegExp(`^\\s*(\\d{1,3})\\s+(\\S.*?)\\s(${SIZE})\\s+(GPT|MBR|RAW)\\s*$`, 'i'),
  },
  {
    heads: /^\s*\S.*\bHotFixID\b.*\bInstalledOn\b/,
    names: ['description', 'hotfixid', 'installedby', 'installedon'],
    row: /^\s*(\S.*?)?\s*\b(KB\d{6,7})\b\s*(.*?)\s*((?<!\S)\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}(?:\s.*)?)?\s*$/,
  },
  {
    heads: /^\s*VolumeType\s+Mount\s+CapacityGB\s+VolumeStatus\b/,
    names: ['volumetype', 'mountpoint', 'volumestatus', 'protectionstatus'],
    row: /^\s*([A-Z]\w+)\s+(\S+)\s+[\d.,]+\s+([A-Z]\w+)\s.*?(On|Off|Unknown)\s*$/,
  },
];

/** Reads one of the default tables whose heads stand at `index`. */
export function readDefaultView(lines: readonly Line[], index: number): ReadRecords | null {
  const heads = lines[index].text;
  if (heads.length > 400) return null;
  const view = VIEWS.find((one) => one.heads.test(heads));
  if (view === undefined) return null;
  const records: ObjectRecord[] = [];
  let next = index + 1;
  for (let i = index + 1; i < lines.length && records.length < RECORDS_MAX; i++) {
    const { text, number } = lines[i];
    const isHead = /^[\s-]*$|^\s*Style\s*$|^\s*Point\s/.test(text); // second line of the heads, dashes, empty lines
    if (isHead && i <= next + 5) continue;
    const row = text.length > 400 ? null : view.row.exec(text);
    if (row === null) break;
    const fields = new Map(view.names.map((name, column) => [name, row[column + 1] ?? '']));
    records.push({ fields, shape: 'table', command: null, firstLine: number, lastLine: number });
    next = i + 1;
  }
  if (records.length === 0) return null;
  records[0] = { ...records[0], firstLine: lines[index].number };
  return { records, nextIndex: next };
}
