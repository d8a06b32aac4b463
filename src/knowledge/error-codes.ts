/** Error codes by number: what they say, what they mean when WinRE is serviced, which causes they point to. */
import type { CauseId } from './causes.js';
import * as data from './error-codes.data.js';
import { pointers, type SourceId } from './sources.js';
import { type Confidence, type Sourced, splitRows, table, words } from './table.js';

export const ERROR_FAMILIES = [
  'msi',
  'win32',
  'reagentc',
  'com',
  'dism',
  'bitlocker',
  'network',
  'trust',
  'windows-setup',
  'cbs',
  'windows-update-agent',
  'windows-update-datastore',
  'windows-update-download',
  'windows-update-handler',
  'windows-update-other',
  'windows-update-protocol',
] as const;
export type ErrorFamily = (typeof ERROR_FAMILIES)[number];

export interface ErrorCodeRow extends Sourced {
  /** The code as printed: `0x80070643`, or `REAGENTC:3bc3` for the bare digits of reagentc. */
  readonly id: string;
  /** `0x` and eight upper-case digits; `null` for what reagentc prints. */
  readonly hex: string | null;
  /** Unsigned, 32 bits. */
  readonly value: number | null;
  /** Signed, as WUA and WMI show it. */
  readonly int32: number | null;
  /** The Win32 code inside, where there is one. */
  readonly win32: number | null;
  readonly symbol: string | null;
  readonly family: ErrorFamily;
  readonly meaning: string;
  readonly inWinRe: string;
  /** Causes that the code points to by itself; empty where it decides nothing. */
  readonly causes: readonly CauseId[];
}

interface Family {
  readonly lines: string;
  readonly source: readonly SourceId[];
  /** What stands for a row that says nothing special on WinRE. */
  readonly inWinRe: string;
}

const AGENT = 'Raised by Windows Update itself; says nothing of WinRE';
const FAMILIES: Readonly<Record<ErrorFamily, Family>> = {
  msi: {
    lines: data.MSI_CODES,
    source: ['msi-codes', 'win32-codes'],
    inWinRe: 'Comes from an installer package, not from WinRE',
  },
  win32: { lines: data.WIN32_CODES, source: ['win32-codes'], inWinRe: 'No special meaning for WinRE' },
  reagentc: {
    lines: data.REAGENTC_CODES,
    source: ['reagentc'],
    inWinRe: 'Printed bare by reagentc; its digits are never translated',
  },
  com: {
    lines: data.COM_CODES,
    source: ['hresults'],
    inWinRe: 'Too general to mean anything; read the log of the component',
  },
  dism: { lines: data.DISM_CODES, source: ['dism-logs'], inWinRe: 'Raised while an image is mounted or serviced' },
  bitlocker: { lines: data.BITLOCKER_CODES, source: ['bitlocker'], inWinRe: 'Raised by drive encryption' },
  network: {
    lines: data.NETWORK_CODES,
    source: ['winhttp', 'wu-errors'],
    inWinRe: 'Scan or download trouble; WinRE was not reached',
  },
  trust: { lines: data.TRUST_CODES, source: ['com-codes'], inWinRe: 'The package could not be trusted' },
  'windows-setup': {
    lines: data.SETUP_CODES,
    source: ['upgrade-help'],
    inWinRe: 'From an upgrade of Windows, not from servicing WinRE',
  },
  cbs: {
    lines: data.CBS_CODES,
    source: ['servicing-help', 'wu-errors'],
    inWinRe: 'From component servicing; CBS.log or dism.log tells the reason at that minute',
  },
  'windows-update-agent': { lines: data.AGENT_CODES, source: ['wua-codes', 'wu-reference'], inWinRe: AGENT },
  'windows-update-datastore': { lines: data.DATASTORE_CODES, source: ['wu-reference'], inWinRe: AGENT },
  'windows-update-download': {
    lines: data.DOWNLOAD_CODES,
    source: ['wu-reference'],
    inWinRe: 'Download trouble; WinRE was not reached',
  },
  'windows-update-handler': { lines: data.HANDLER_CODES, source: ['wu-reference'], inWinRe: AGENT },
  'windows-update-other': { lines: data.OTHER_AGENT_CODES, source: ['wu-reference'], inWinRe: AGENT },
  'windows-update-protocol': {
    lines: data.PROTOCOL_CODES,
    source: ['wu-reference'],
    inWinRe: 'Trouble between device and server; WinRE was not reached',
  },
};

export const ERROR_CODES = table<ErrorCodeRow>(
  'error-codes',
  (row) => row.id,
  () => ERROR_FAMILIES.flatMap(rowsOf),
);

function rowsOf(family: ErrorFamily): ErrorCodeRow[] {
  const { lines, source, inWinRe } = FAMILIES[family];
  return splitRows(lines, 5).map(([code = '', symbol = '', causes = '', meaning = '', ownInWinRe = '']) => ({
    ...numbersOf(code.replace(/[~?]$/, '')),
    symbol: symbol || null,
    family,
    meaning,
    inWinRe: ownInWinRe || inWinRe,
    causes: words(causes) as CauseId[], // the test validates every cell by schema
    source: pointers(source),
    confidence: confidenceOf(code),
    checked: '2026-11-20',
  }));
}

function confidenceOf(code: string): Confidence {
  if (code.endsWith('~')) return 'medium';
  return code.endsWith('?') ? 'low' : 'high';
}

/** The numbers that go with a code as it stands in the table. */
export function numbersOf(id: string): Pick<ErrorCodeRow, 'id' | 'hex' | 'value' | 'int32' | 'win32'> {
  if (!id.startsWith('0x')) {
    const bare = Number.parseInt(id.slice('REAGENTC:'.length), 16);
    const isNumber = /^REAGENTC:[0-9a-f]+$/.test(id);
    return { id, hex: null, value: null, int32: null, win32: isNumber ? bare : null };
  }
  const value = Number.parseInt(id.slice(2), 16);
  return { id, hex: id, value, int32: value | 0, win32: embeddedWin32(value) };
}

/** The Win32 code inside an HRESULT of facility 7 that says failure; `null` for any other. */
function embeddedWin32(value: number): number | null {
  return value >>> 16 === 0x8007 ? value & 0xffff : null;
}

/** `0x` and eight upper-case digits, the form in which the table keeps a code. */
export const hexOf = (value: number): string => `0x${(value >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;

/**
 * What is known of a code.
 *
 * @param value Unsigned or signed, 32 bits. A plain Win32 code such as 1603 is not found here: see `hresultOfWin32`.
 */
export function findErrorCode(value: number, codes = ERROR_CODES): ErrorCodeRow | undefined {
  return codes.find(hexOf(value));
}

/** What is known of the bare digits that reagentc prints after "Operation failed", such as `3bc3`. */
export function findReagentcCode(digits: string, codes = ERROR_CODES): ErrorCodeRow | undefined {
  return codes.find(
    `REAGENTC:${digits
      .toLowerCase()
      .replace(/^0x/, '')
      .replace(/^0+(?=.)/, '')}`,
  );
}

/** The HRESULT that wraps a Win32 code: 0x80070643 of 1603. */
export const hresultOfWin32 = (code: number): number => (0x80070000 | (code & 0xffff)) >>> 0;
