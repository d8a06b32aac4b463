import { type Line, labelled } from '../text/text.js';
import type { ReagentcInfo } from './reading.js';

/** Lines that one answer spans at most, blank ones included. */
const INFO_LINES_MAX = 40;
const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
/** An identifier that its writer made unreadable. */
const MASKED_GUID = /^\{?[x0-9a-f*#]{8}(?:-[x0-9a-f*#]{4}){3}-[x0-9a-f*#]{12}\}?$/i;
const GLOBALROOT = /(?:\\\\\?\\)?GLOBALROOT\\device\\harddisk(\d{1,4})\\partition(\d{1,4})(\\[^\s"',;]*)?/i;
const LETTER_PATH = /^"?([A-Z]):\\[^"]*/i;
const VERSION = /^\d{1,3}\.\d{1,3}\.\d{1,6}\.\d{1,6}$/;
/** What every display language leaves as it is in the labels. */
const NAME = /Windows[\s-]?RE\b|WinRE\b/i;

/** Words that stand for the state where a translation or a retelling shows them instead of `Enabled` and `Disabled`. */
const ENABLED =
  /^(?:enabled|aktiviert|eingeschaltet|activée?|habilitad[oa]|activad[oa]|ativad[oa]|attivat[oa]|abilitat[oa]|ingeschakeld|włączon[eya]|povolen[oéaý]|zapnut[oéaý]|engedélyezve|bekapcsolva|включен[оа]?|включён|увімкн(?:ено|уто)|etkin|ενεργοποιημένο|有効|已?启用|已?啟用|사용(?: ?함| 가능| 중)?|사용됨|מופעל|זמין|ممك[ّ]?ن|aktiveret|aktiverad|aktivert|käytössä)[.!]?$/iu;
const DISABLED =
  /^(?:disabled|deaktiviert|ausgeschaltet|désactivée?|deshabilitad[oa]|desactivad[oa]|desativad[oa]|desabilitad[oa]|disattivat[oa]|disabilitat[oa]|uitgeschakeld|wyłączon[eya]|zakázán[oéaý]|zakázan[oéaý]|vypnut[oéaý]|letiltva|kikapcsolva|отключен[оа]?|отключён|выключен[оа]?|вимкн(?:ено|уто)|devre dışı|απενεργοποιημένο|無効|已?禁用|已?停用|사용 ?안 ?함|사용할 수 없음|מושבת|לא זמין|معط[ّ]?ل|deaktiveret|inaktiverad|deaktivert|ei käytössä)[.!]?$/iu;

/** What the word of the state line says; `null` for a word that we do not know. */
function stateOf(value: string): boolean | null {
  if (DISABLED.test(value)) return false;
  return ENABLED.test(value) ? true : null;
}

interface Fields {
  enabled: boolean | null;
  location: string | null;
  bcdId: string | null;
  version: string | null;
  /** A state line in words that we do not know. */
  hasUnknownState: boolean;
  first: number;
  last: number;
}

/**
 * Reads one answer of `/info` that begins at `index`.
 *
 * @returns `null` where none begins there.
 */
export function readReagentcInfo(
  lines: readonly Line[],
  index: number,
): { reading: ReagentcInfo; nextIndex: number } | null {
  const flat = readFlattened(lines[index]);
  if (flat !== null) return { reading: flat, nextIndex: index + 1 };
  if (!beginsHere(lines, index)) return null;

  const fields: Fields = {
    enabled: null,
    location: null,
    bcdId: null,
    version: null,
    hasUnknownState: false,
    first: index,
    last: index,
  };
  const next = collect(lines, index, fields);
  if (fields.enabled === null && fields.location === null && fields.bcdId === null && fields.version === null)
    return null;
  return { reading: toReading(lines, fields), nextIndex: next };
}

/** Whether the line is the state line of an answer, or the first of it that was pasted. */
function beginsHere(lines: readonly Line[], index: number): boolean {
  const field = labelled(lines[index].text);
  if (field === null || /REAGENTC/i.test(field.label)) return false;
  const value = bare(field.value);
  if (NAME.test(field.label))
    return stateOf(value) !== null || isLocation(value) || VERSION.test(value) || isStateLine(lines, index);
  return isStateLine(lines, index);
}

/** A line of any language followed by a location, or an empty field, and a boot identifier. */
function isStateLine(lines: readonly Line[], index: number): boolean {
  if (!hasIdentifierBelow(lines, index)) return false;
  const [location, identifier, image, imageIndex] = fieldsAfter(lines, index, 4);
  if (location === undefined || identifier === undefined) return false;
  if (location.value !== '' && !isLocation(location.value)) return false;
  if (!GUID.test(identifier.value) && !MASKED_GUID.test(identifier.value)) return false;
  const field = labelled(lines[index].text);
  if (field === null || field.value === '' || field.value.length > 40) return false;
  return image === undefined || (imageIndex !== undefined && /^\d+$/.test(imageIndex.value));
}

/** Quick look, since every labelled line of any text comes by here: whether an identifier stands within reach. */
function hasIdentifierBelow(lines: readonly Line[], index: number): boolean {
  for (let i = index + 1; i < lines.length && i <= index + 12; i++) {
    const { text } = lines[i];
    if (text.length > 36 && text.charCodeAt(text.trimEnd().length - 13) === 0x2d) return true; // `-` before the last 12
    if (text.endsWith('}')) return true;
  }
  return false;
}

/** The next labelled fields; a value that the console wrapped to the next line is joined. */
function fieldsAfter(lines: readonly Line[], index: number, count: number): { label: string; value: string }[] {
  const found: { label: string; value: string }[] = [];
  for (let i = index + 1; i < lines.length && i <= index + 12 && found.length < count; i++) {
    const text = lines[i].text.trim();
    if (text === '') continue;
    const field = labelled(lines[i].text);
    if (field !== null) found.push({ label: field.label, value: bare(field.value) });
    else if (found.length > 0 && found[found.length - 1].value === '' && isLocation(text))
      found[found.length - 1].value = text;
    else break;
  }
  return found;
}

function collect(lines: readonly Line[], index: number, fields: Fields): number {
  let blanks = 0;
  let position = 0; // of the field in the answer
  let i = index;
  for (; i < lines.length && i < index + INFO_LINES_MAX; i++) {
    const text = lines[i].text;
    if (text.trim() === '') {
      if (++blanks > 2) break;
      continue;
    }
    const field = labelled(text);
    if (field === null) {
      if (fields.location === '' && isLocation(text.trim())) fields.location = text.trim();
      else break;
    } else {
      if (/REAGENTC/i.test(field.label)) break;
      const value = bare(field.value);
      const isOther = i > index && stateOf(value) !== null && NAME.test(field.label); // the next answer
      if (isOther || !take(fields, field.label, value, position)) break;
      position++;
    }
    blanks = 0;
    fields.last = i;
  }
  return Math.max(i, index + 1);
}

/** Puts one field where its value belongs. @returns Whether it can be part of the answer. */
function take(fields: Fields, label: string, value: string, position: number): boolean {
  const state = stateOf(value);
  if (GUID.test(value) || MASKED_GUID.test(value)) {
    if (GUID.test(value)) fields.bcdId = value.replace(/[{}]/g, '').toLowerCase();
    return true;
  }
  if (VERSION.test(value)) {
    fields.version = value;
    return true;
  }
  if (state !== null && (position === 0 || NAME.test(label)) && fields.enabled === null) {
    fields.enabled = state;
    return true;
  }
  if (isLocation(value)) {
    fields.location ??= value; // later ones are those of the recovery image and the custom image
    return true;
  }
  if (/^\d{0,3}$/.test(value)) {
    const isLocationField = value === '' && position <= 1 && fields.bcdId === null;
    if (isLocationField) fields.location ??= '';
    return true;
  }
  if (position === 0 && value.length <= 40) {
    fields.hasUnknownState = true;
    return true;
  }
  return false;
}

function toReading(lines: readonly Line[], fields: Fields): ReagentcInfo {
  const { location } = fields;
  const device = location === null ? null : GLOBALROOT.exec(location);
  const letter = location === null ? null : LETTER_PATH.exec(location);
  let enabled = fields.enabled;
  // The location stands there only while WinRE is on, whatever the word for that is.
  if (enabled === null && fields.hasUnknownState && location !== null) enabled = location !== '';
  return {
    kind: 'info',
    enabled,
    location,
    disk: device === null ? null : Number(device[1]),
    partition: device === null ? null : Number(device[2]),
    letter: letter === null ? null : letter[1].toUpperCase(),
    bcdId: fields.bcdId,
    version: fields.version,
    firstLine: lines[fields.first].number,
    lastLine: lines[fields.last].number,
  };
}

/** An answer whose lines were joined into one. */
function readFlattened(line: Line): ReagentcInfo | null {
  const { text } = line;
  const colons = text.match(/:/g)?.length ?? 0;
  if (colons < 3 || !NAME.test(text)) return null;
  const status = /Windows RE[^:]{0,20}:\s*(Enabled|Disabled)\b/i.exec(text);
  const device = GLOBALROOT.exec(text);
  const id = /:\s*\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?/i.exec(text);
  if (status === null || (device === null && id === null)) return null;
  const version = /Windows RE[^:]{0,20}:\s*(\d+\.\d+\.\d+\.\d+)/i.exec(text);
  return {
    kind: 'info',
    enabled: stateOf(status[1]),
    location:
      device === null ? (/Windows RE[^:]{0,20}:\s*(?:Boot|\S+\s[^:]*\(BCD\))/i.test(text) ? '' : null) : device[0],
    disk: device === null ? null : Number(device[1]),
    partition: device === null ? null : Number(device[2]),
    letter: null,
    bcdId: id === null ? null : id[1].toLowerCase(),
    version: version === null ? null : version[1],
    firstLine: line.number,
    lastLine: line.number,
  };
}

function isLocation(value: string): boolean {
  return GLOBALROOT.test(value) || LETTER_PATH.test(value);
}

function bare(value: string): string {
  return value.replace(/^["'“]+|["'”,.]+$/g, '').trim();
}
