/** What `manage-bde -status` prints of each volume. */

import { type Line, labelled, undress } from '../text/text.js';

export interface BitLockerVolume {
  readonly letter: string | null;
  /** Words for the conversion state, in the display language. */
  readonly conversion: string;
  /** How much is encrypted, from 0 to 100. */
  readonly percent: number;
  /** Words for the protection, in the display language. */
  readonly protection: string | null;
  readonly isOsVolume: boolean;
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const PERCENT = /^(\d{1,3}(?:[.,]\d+)?)\s?%$/;
const VOLUME = /(?:^|\s)"?([A-Z]):"?\s*(?:\[.*\])?\s*$/;
/** `[OS Volume]`; data volumes say otherwise. */
const OS_VOLUME =
  /^\s*\[(?=.*(?:\bOS\b|betriebssystem|système d.exploitation|sistema operat|sistema operac|besturingssysteem|system(?:u|em)? operacyjn|operační|operačn|operációs|операцион|операційн|işletim|λειτουργικ|操作系统|作業系統|운영|オペレーティング)).*\]\s*$/i;
const HEAD_LINES_MAX = 14;

/** Reads each volume by the order of its fields around the percentage, which needs no words. */
export function readManageBde(dressed: readonly Line[]): BitLockerVolume[] {
  const lines = undress(dressed);
  const volumes: BitLockerVolume[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!lines[index].text.includes('%')) continue;
    const field = labelled(lines[index].text);
    const percent = field === null ? null : PERCENT.exec(field.value);
    if (percent === null) continue;
    const volume = readVolume(lines, index, Number(percent[1].replace(',', '.')));
    if (volume !== null) volumes.push(volume);
  }
  return volumes;
}

function readVolume(lines: readonly Line[], index: number, percent: number): BitLockerVolume | null {
  const before = fieldAt(lines, index, -1);
  const method = fieldAt(lines, index, 1);
  if (before === null || method === null || percent > 100) return null;
  const protection = fieldAt(lines, method.index, 1);
  const head = readHead(lines, before.index);
  if (head === null) return null;
  return {
    letter: head.letter,
    conversion: before.value,
    percent,
    protection: protection?.value ?? null,
    isOsVolume: head.isOsVolume,
    firstLine: lines[head.index].number,
    lastLine: lines[protection?.index ?? method.index].number,
  };
}

/** The nearest labelled line in one direction; empty lines between are of the page. */
function fieldAt(lines: readonly Line[], index: number, step: 1 | -1): { value: string; index: number } | null {
  for (let i = index + step; i >= 0 && i < lines.length && Math.abs(i - index) <= 2; i += step) {
    if (lines[i].text.trim() === '') continue;
    const field = labelled(lines[i].text);
    return field === null ? null : { value: field.value, index: i };
  }
  return null;
}

/** The line that names the volume, above its fields. */
function readHead(
  lines: readonly Line[],
  index: number,
): { letter: string; isOsVolume: boolean; index: number } | null {
  let isOsVolume = false;
  for (let i = index; i >= 0 && i > index - HEAD_LINES_MAX; i--) {
    const { text } = lines[i];
    if (OS_VOLUME.test(text)) isOsVolume = true;
    const match = text.length > 200 ? null : VOLUME.exec(text);
    if (match !== null) return { letter: match[1], isOsVolume, index: i };
  }
  return null;
}
