/** What outputs say of the system in passing: `systeminfo`, `ver`, winver, msinfo32, `fsutil volume diskfree`. */

import {
  commandOf,
  type DateOrder,
  dateOrderOf,
  type Line,
  labelled,
  type PrintedTime,
  readNumber,
  undress,
} from '../text/text.js';
import { readSystemInfo } from './system-info.js';

interface Span {
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The build that runs, and what stands beside it. `null`: not shown. */
export interface PrintedSystem extends Span {
  readonly kind: 'system';
  readonly product: string | null;
  readonly release: string | null;
  readonly build: number;
  readonly revision: number | null;
  readonly computerName: string | null;
  readonly architecture: string | null;
  readonly bootTime: PrintedTime | null;
  /** Local time minus UTC, in minutes, outside daylight saving. */
  readonly offsetMinutes: number | null;
}

export interface PrintedHotfix extends Span {
  readonly kind: 'hotfix';
  readonly kb: string;
}

export interface PrintedFreeSpace extends Span {
  readonly kind: 'free-space';
  readonly letter: string | null;
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export type SystemReading = PrintedSystem | PrintedHotfix | PrintedFreeSpace;

/** `[01]: KB5034441`. */
const HOTFIX = /^\s*\[\d{2,3}\]\s*:\s*KB(\d{6,7})\b/;
/** `Microsoft Windows [Version 10.0.19045.4291]`; the word is translated. */
const VER = /Windows\b[^[]{0,20}\[[^\]\d]{0,24}(\d{1,2})\.(\d{1,2})\.(\d{4,6})(?:\.(\d{1,6}))?\]/;
/** `Version 22H2 (OS Build 19045.4291)`; the words are translated. */
const WINVER = /(?<!\d)(2\dH[12]|1[5-9]0[1-9]|200[4-9])\s*\([^()\d]{0,40}(\d{5})\.(\d{1,6})\)/;
/** `OS build   19045.4291` of Settings. */
const OS_BUILD =
  /(?:OS[ -]?build|Betriebssystembuild|Build du système|Compilación del SO|Build SO|Build sistema|OS ビルド|操作系统(?:内部)?版本|OS 组建|OS 빌드|Сборка ОС|Besturingssysteembuild)\s*:?\s+(\d{5})\.(\d{1,6})\b/i;

/** Reads what a text shows of the system. */
export function readSystemText(dressed: readonly Line[]): SystemReading[] {
  const lines = undress(dressed);
  const order: DateOrder | null = dateOrderOf(lines.map((line) => (line.text.length < 120 ? line.text : '')));
  const readings: SystemReading[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { text, number } = lines[index];
    if (text.length > 600 || !/\d|diskfree/i.test(text)) continue;
    const hotfix = HOTFIX.exec(text);
    if (hotfix !== null) readings.push({ kind: 'hotfix', kb: `KB${hotfix[1]}`, firstLine: number, lastLine: number });
    const one = readSystemInfo(lines, index, order) ?? readBuild(lines, index) ?? readFreeSpace(lines, index);
    if (one === null) continue;
    readings.push(one);
    while (index + 1 < lines.length && lines[index + 1].number <= one.lastLine) index++;
  }
  return readings;
}

function readBuild(lines: readonly Line[], index: number): PrintedSystem | null {
  const { text, number } = lines[index];
  const ver = VER.exec(text);
  const winver = ver === null ? WINVER.exec(text) : null;
  const settings = ver === null && winver === null ? OS_BUILD.exec(text) : null;
  const [build, revision] =
    ver !== null
      ? [ver[3], ver[4]]
      : winver !== null
        ? [winver[2], winver[3]]
        : settings !== null
          ? [settings[1], settings[2]]
          : [];
  if (build === undefined) return null;
  return {
    kind: 'system',
    product: null, // `Microsoft Windows` names no product
    release: winver?.[1] ?? null,
    build: Number(build),
    revision: revision === undefined ? null : Number(revision),
    computerName: null,
    architecture: null,
    bootTime: null,
    offsetMinutes: null,
    firstLine: number,
    lastLine: number,
  };
}

/** The answer of `fsutil volume diskfree C:`: free bytes, then all bytes, labelled in the display language. */
function readFreeSpace(lines: readonly Line[], index: number): PrintedFreeSpace | null {
  const command = commandOf(lines[index].text);
  const asked =
    command === null ? null : /\bfsutil(?:\.exe)?\s+volume\s+diskfree\s+"?([A-Z]:|\\\\\?\\\S+)/i.exec(command.text);
  if (asked === null) return null;
  const bytes: number[] = [];
  let last = index;
  for (let i = index + 1; i < lines.length && bytes.length < 2 && i <= last + 2; i++) {
    if (lines[i].text.trim() === '') continue;
    const value = labelled(lines[i].text)?.value.replace(/\(.*\)\s*$/, '') ?? '';
    const number = readNumber(value);
    if (number === null) return null;
    bytes.push(Number(value.replace(/\D/g, '')));
    last = i;
  }
  if (bytes.length < 2 || bytes[0] > bytes[1] || !Number.isSafeInteger(bytes[1])) return null;
  const letter = /^[A-Z]:/i.test(asked[1]) ? asked[1][0].toUpperCase() : null;
  return {
    kind: 'free-space',
    letter,
    freeBytes: bytes[0],
    totalBytes: bytes[1],
    firstLine: lines[index].number,
    lastLine: lines[last].number,
  };
}
