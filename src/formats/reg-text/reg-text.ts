/** The registry as text: `.reg` exports, `reg query`, `Test-Path` on a key, properties of PowerShell's registry drive. */

import { commandOf, type Line, undress } from '../text/text.js';
import { readRegExport } from './reg-export.js';
import { isKeyLine, keyOf, readRegQuery } from './reg-query.js';
import type { RegistryReading } from './registry-reading.js';
import { saysNotFound } from './words.js';

export { keyOf } from './reg-query.js';
export type { RegistryReading, RegistryValue } from './registry-reading.js';

/** How far below its command an answer may stand, in lines. */
const ANSWER_LINES_MAX = 6;

/** Reads every key that a text shows, or that was asked for and is not there. */
export function readRegistryText(dressed: readonly Line[]): RegistryReading[] {
  const lines = undress(dressed);
  const readings: RegistryReading[] = [];
  for (let index = 0; index < lines.length; ) {
    const { text } = lines[index];
    if (!/HK|[[\\]/i.test(text)) {
      index++;
      continue;
    }
    const asked = readAsked(lines, index);
    if (asked !== null) {
      readings.push(asked.reading);
      index = asked.nextIndex;
      continue;
    }
    const read = text.trimStart().startsWith('[')
      ? readRegExport(lines, index)
      : isKeyLine(text)
        ? readRegQuery(lines, index)
        : null;
    if (read === null) {
      index++;
      continue;
    }
    readings.push(read.reading);
    index = Math.max(index + 1, read.nextIndex);
  }
  return readings;
}

/** A command that asked for a key and was told that it is not there, or `Test-Path` with its answer. */
function readAsked(lines: readonly Line[], index: number): { reading: RegistryReading; nextIndex: number } | null {
  const command = commandOf(lines[index].text);
  if (command === null) return null;
  const query = /\breg(?:\.exe)?"?\s+query\s+(?:"([^"]+)"|(\S+))(.*)$/i.exec(command.text);
  const test = /\bTest-Path\s+(?:-(?:Literal)?Path\s+)?(?:'([^']+)'|"([^"]+)"|(\S+))/i.exec(command.text);
  const path = query !== null ? (query[1] ?? query[2]) : test !== null ? (test[1] ?? test[2] ?? test[3]) : null;
  const key = path === null ? null : keyOf(path);
  if (key === null) return null;
  const value = query === null ? null : (/\s\/v\s+(?:"([^"]+)"|(\S+))/i.exec(query[3]) ?? null);
  for (let i = index + 1; i < lines.length && i <= index + ANSWER_LINES_MAX; i++) {
    const text = lines[i].text.trim();
    if (text === '') continue;
    const told =
      test === null
        ? saysNotFound(text)
          ? false
          : null
        : /^true$/i.test(text)
          ? true
          : /^false$/i.test(text)
            ? false
            : null;
    if (told === null) return null;
    const reading: RegistryReading = {
      key,
      state: told ? 'present' : 'absent',
      absentValue: value === null ? null : (value[1] ?? value[2]),
      values: [],
      firstLine: lines[index].number,
      lastLine: lines[i].number,
    };
    return { reading, nextIndex: i + 1 };
  }
  return null;
}
