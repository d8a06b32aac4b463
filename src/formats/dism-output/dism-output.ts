/** What DISM prints: an image's details, packages, and how it ended. */

import { commandOf, type Line, labelled, undress } from '../text/text.js';

interface Span {
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface PrintedImage extends Span {
  readonly kind: 'image';
  /** Path of the image file, from the line above or the command. */
  readonly path: string | null;
  readonly name: string | null;
  /** Four parts: version and service pack build. */
  readonly version: string;
}

export interface PrintedPackage extends Span {
  readonly kind: 'package';
  readonly identity: string;
  /** In the display language; `null` where it is not shown. */
  readonly state: string | null;
  readonly installedAt: string | null;
}

export interface PrintedError extends Span {
  readonly kind: 'error';
  readonly code: number;
  readonly command: string | null;
}

export type DismReading = PrintedImage | PrintedPackage | PrintedError;

const IDENTITY = /(?<![\w.-])([\w.-]+~[0-9a-f]{16}~\w*~[\w-]*~\d+(?:\.\d+){2,3})/i;
const VERSION = /^\d{1,2}\.\d\.\d{4,6}$/;
const IMAGE_PATH = /((?:[A-Z]:|\\\\[^:*?"<>|]{1,80})?\\?[^:*?"<>|\n]{0,200}\.(?:wim|esd|swm))\b/i;
const ERROR = /^\s*\p{L}{3,20}\s?:\s*(0x[0-9a-f]{8}|\d{1,5})\s*$/iu;
/** How far below its command or banner an answer of DISM may stand, in lines. */
const ANSWER_LINES_MAX = 80;

/** Reads every output of DISM in a text by the form and order of its values. */
export function readDismOutput(dressed: readonly Line[]): DismReading[] {
  const lines = undress(dressed);
  const readings: DismReading[] = [];
  let path: string | null = null;
  let command: { text: string; index: number } | null = null;
  for (let index = 0; index < lines.length; index++) {
    const { text } = lines[index];
    if (text.length > 1000) continue;
    const typed = commandOf(text);
    if (typed !== null) {
      command = /\bdism(?:\.exe)?\b/i.test(typed.text) ? { text: typed.text, index } : null;
      path = /\.(?:wim|esd|swm)\b/i.test(typed.text) ? imagePath(typed.text) : null;
      continue;
    }
    if (/\.(?:wim|esd|swm)\s*$/i.test(text)) path = imagePath(labelled(text)?.value ?? text);
    const one = readPackage(lines, index) ?? readImage(lines, index, path) ?? readError(lines, index, command);
    if (one === null) continue;
    readings.push(one);
    while (index + 1 < lines.length && lines[index + 1].number <= one.lastLine) index++;
  }
  return readings;
}

function imagePath(text: string): string | null {
  const asked = /\/(?:ImageFile|WimFile)\s*:\s*"?([^"\s]+\.(?:wim|esd|swm))/i.exec(text);
  return asked?.[1] ?? IMAGE_PATH.exec(text)?.[1].trim() ?? null;
}

/** A version of three parts over the service pack's build and level. */
function readImage(lines: readonly Line[], index: number, path: string | null): PrintedImage | null {
  const version = labelled(lines[index].text);
  if (version === null || !VERSION.test(version.value)) return null;
  const below = fieldsBelow(lines, index, 2);
  if (below.length < 2 || !/^\d{1,6}$/.test(below[0].value) || !/^\d{1,3}$/.test(below[1].value)) return null;
  return {
    kind: 'image',
    path,
    name: nameAbove(lines, index),
    version: `${version.value}.${below[0].value}`,
    firstLine: lines[index].number,
    lastLine: lines[below[1].index].number,
  };
}

/** The name stands under the index, above the version. */
function nameAbove(lines: readonly Line[], index: number): string | null {
  for (let i = index - 1, name: string | null = null; i >= 0 && i > index - 24; i--) {
    const field = labelled(lines[i].text);
    if (field === null) continue;
    if (/^\d{1,3}$/.test(field.value)) return name;
    name = field.value;
  }
  return null;
}

function readPackage(lines: readonly Line[], index: number): PrintedPackage | null {
  const { text, number } = lines[index];
  const identity = text.includes('~') ? IDENTITY.exec(text) : null;
  if (identity === null) return null;
  const cells = text.split('|').map((cell) => cell.trim());
  if (cells.length >= 3) {
    return {
      kind: 'package',
      identity: identity[1],
      state: cells[1],
      installedAt: cells[3] ?? null,
      firstLine: number,
      lastLine: number,
    };
  }
  if (labelled(text)?.value !== identity[1]) return null;
  const fields = fieldsBelow(lines, index, 3);
  const last = fields.at(-1);
  return {
    kind: 'package',
    identity: identity[1],
    state: fields[0]?.value ?? null,
    installedAt: fields[2]?.value ?? null,
    firstLine: number,
    lastLine: last === undefined ? number : lines[last.index].number,
  };
}

/** The next labelled lines, one under the other. */
function fieldsBelow(lines: readonly Line[], index: number, count: number): { value: string; index: number }[] {
  const found: { value: string; index: number }[] = [];
  let last = index;
  for (let i = index + 1; i < lines.length && found.length < count && i <= last + 2; i++) {
    if (lines[i].text.trim() === '') continue;
    const field = labelled(lines[i].text);
    if (field === null || IDENTITY.test(field.value)) break;
    found.push({ value: field.value, index: i });
    last = i;
  }
  return found;
}

function readError(
  lines: readonly Line[],
  index: number,
  command: { text: string; index: number } | null,
): PrintedError | null {
  const match = ERROR.exec(lines[index].text);
  if (match === null || fieldsBelow(lines, index, 1).length > 0) return null; // one field among others
  const isAnswer = command !== null && index - command.index <= ANSWER_LINES_MAX;
  if (!isAnswer && !hasBanner(lines, index)) return null;
  const code = match[1].startsWith('0x') ? Number.parseInt(match[1].slice(2), 16) : Number(match[1]);
  if (code === 0) return null;
  return {
    kind: 'error',
    code,
    command: isAnswer && command !== null ? command.text : null,
    firstLine: lines[index].number,
    lastLine: lines[index].number,
  };
}

/** DISM begins with its version, and the image's version under it, each labelled. */
function hasBanner(lines: readonly Line[], index: number): boolean {
  for (let i = index - 1; i >= 0 && i > index - 30; i--) {
    if (/^[^:]{2,30}:\s*10\.\d\.\d{5}\.\d+\s*$/.test(lines[i].text) || /\bDISM\b/i.test(lines[i].text)) return true;
  }
  return false;
}
