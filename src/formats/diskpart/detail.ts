import { type Line, labelled } from '../text/text.js';
import type { DiskDetail, PartitionDetail } from './reading.js';

const HEADING = /^\s*\*?\s*\P{Nd}{1,24}?\s*(\d{1,3})\s*$/u;
const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
const MBR_TYPE = /^(?:0x)?([0-9a-f]{2})$/i;
const SIGNATURE = /^\{?([0-9a-f]{8})\}?$/i;
const DETAIL_LINES_MAX = 14;

/**
 * Reads the head of `detail partition` (a numbered heading over labelled lines, the type first) or of `detail disk`
 * (an identifier in braces over labelled lines).
 */
export function readDetail(
  lines: readonly Line[],
  index: number,
): { reading: PartitionDetail | DiskDetail; nextIndex: number } | null {
  const first = labelled(lines[index].text);
  if (first !== null) return readDiskHead(lines, index, first.value);
  const heading = lines[index].text.length > 60 ? null : HEADING.exec(lines[index].text);
  return heading === null ? null : readPartitionHead(lines, index, Number(heading[1]));
}

function readPartitionHead(lines: readonly Line[], index: number, number: number) {
  const { fields, next } = labelledFrom(lines, index + 1);
  const [type, ...others] = fields;
  if (type === undefined || fields.length < 3 || number === 0) return null;
  const guid = GUID.exec(type);
  const mbr = MBR_TYPE.exec(type);
  if (guid === null && mbr === null) return null;
  const attributes = others.find((value) => /^0x[0-9a-f]{16}$/i.test(value));
  const offset = others.find((value) => /^\d{5,}$/.test(value));
  const reading: PartitionDetail = {
    kind: 'partition-detail',
    disk: null,
    number,
    typeId: guid === null ? `0x${(mbr as RegExpExecArray)[1].toLowerCase()}` : guid[1].toLowerCase(),
    attributes: attributes === undefined ? null : attributes.toLowerCase(),
    offsetBytes: offset === undefined || !Number.isSafeInteger(Number(offset)) ? null : Number(offset),
    firstLine: lines[index].number,
    lastLine: lines[next - 1].number,
  };
  return { reading, nextIndex: next };
}

function readDiskHead(lines: readonly Line[], index: number, value: string) {
  const guid = value.startsWith('{') ? GUID.exec(value) : null;
  const signature = SIGNATURE.exec(value);
  if (guid === null && signature === null) return null;
  const { fields, next } = labelledFrom(lines, index);
  if (fields.length < 5 || !followsHeading(lines, index)) return null; // other programs print identifiers too
  if (fields.slice(1).filter((text) => /^\d{1,3}$/.test(text)).length < 2) return null; // path, target and unit
  const reading: DiskDetail = {
    kind: 'disk-detail',
    disk: null,
    diskId: guid === null ? String(Number.parseInt((signature as RegExpExecArray)[1], 16)) : guid[1].toLowerCase(),
    firstLine: lines[index].number,
    lastLine: lines[next - 1].number,
  };
  return { reading, nextIndex: next };
}

/** Whether the line above is the model name, which has no label. */
function followsHeading(lines: readonly Line[], index: number): boolean {
  for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
    const text = lines[i].text.trim();
    if (text !== '') return labelled(text) === null;
  }
  return false;
}

/** Values of the labelled lines from `index` on, and the index behind the last. */
function labelledFrom(lines: readonly Line[], index: number): { fields: string[]; next: number } {
  const fields: string[] = [];
  let next = index;
  for (let i = index; i < lines.length && fields.length < DETAIL_LINES_MAX; i++) {
    if (lines[i].text.trim() === '' && i <= next + 1) continue;
    const field = labelled(lines[i].text);
    if (field === null) break;
    fields.push(field.value);
    next = i + 1;
  }
  return { fields, next: Math.max(next, 1) };
}
