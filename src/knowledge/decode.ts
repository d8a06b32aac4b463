/** Takes a 32-bit status apart where no table knows it: who raised it, how bad it is, what lies inside. */
import { hexOf } from './error-codes.js';
import { splitRows } from './table.js';

/** Facilities of HRESULT values. Source: ms-erref and winerror.h names, in our words. */
const HRESULT_FACILITIES: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'remote procedure calls',
  2: 'COM automation',
  3: 'structured storage',
  4: 'an interface of its own (meaning known only to its author)',
  7: 'Win32',
  8: 'Windows',
  9: 'security',
  10: 'control',
  11: 'certificates and trust',
  12: 'Internet',
  13: 'media server',
  14: 'message queuing',
  15: 'setup and component servicing',
  16: 'smart cards',
  17: 'COM+',
  19: '.NET runtime',
  25: 'HTTP',
  26: 'common log, user mode',
  27: 'Windows Error Reporting',
  31: 'filter manager, user mode',
  32: 'background transfer (BITS)',
  33: 'configuration',
  36: 'Windows Update',
  37: 'directory service',
  38: 'graphics',
  39: 'shell',
  40: 'TPM services',
  41: 'TPM software',
  49: 'BitLocker',
  50: 'firewall filtering',
  51: 'remote management',
  55: 'virtualization, user mode',
  56: 'volume manager, user mode',
  57: 'boot configuration store',
  58: 'virtual disks, user mode',
  80: 'Microsoft Defender',
  84: 'PowerShell',
  322: 'image servicing (DISM)',
  400: 'Windows setup and upgrade',
};

/** Facilities of NTSTATUS values. */
const NTSTATUS_FACILITIES: Readonly<Record<number, string>> = {
  0: 'general',
  1: 'debugger',
  2: 'remote procedure calls',
  3: 'remote procedure stubs',
  4: 'input and output',
  7: 'Win32',
  21: 'side-by-side',
  25: 'transactions',
  26: 'common log',
  28: 'filter manager',
  33: 'BitLocker',
  56: 'volume manager',
  57: 'boot configuration store',
  58: 'virtual disks',
};

/** status | symbol | Win32 code that Windows makes of it | meaning. Source: ms-erref. */
const NTSTATUS_LINES = `
0xC0000005|STATUS_ACCESS_VIOLATION|998|A program touched memory that is not its own
0xC000000D|STATUS_INVALID_PARAMETER|87|A parameter is wrong
0xC000000E|STATUS_NO_SUCH_DEVICE|2|The device is not there
0xC0000022|STATUS_ACCESS_DENIED|5|Access was refused
0xC0000032|STATUS_DISK_CORRUPT_ERROR|1393|The disk structure is damaged
0xC0000034|STATUS_OBJECT_NAME_NOT_FOUND|2|The object is not there
0xC000003A|STATUS_OBJECT_PATH_NOT_FOUND|3|The path is not there
0xC0000043|STATUS_SHARING_VIOLATION|32|Somebody else holds the file
0xC000007F|STATUS_DISK_FULL|112|The disk is full
0xC0000098|STATUS_FILE_INVALID|1006|The volume changed under an open file
0xC000009A|STATUS_INSUFFICIENT_RESOURCES|1450|Windows has no resources left
0xC000009C|STATUS_DEVICE_DATA_ERROR|23|The device cannot read its data
0xC00000BB|STATUS_NOT_SUPPORTED|50|The request is not supported
0xC0000102|STATUS_FILE_CORRUPT_ERROR|1392|A file or folder cannot be read
0xC0000120|STATUS_CANCELLED|995|The operation was cancelled
0xC000014C|STATUS_REGISTRY_CORRUPT|1015|A registry hive is damaged
0xC0000185|STATUS_IO_DEVICE_ERROR|1117|The device failed to read or write
0xC0000218|STATUS_CANNOT_LOAD_REGISTRY_FILE|1017|A registry hive does not load
0xC000021A|STATUS_SYSTEM_PROCESS_TERMINATED|591|A process that Windows cannot do without ended
0xC0000225|STATUS_NOT_FOUND|1168|An entry is missing
0xC0000428|STATUS_INVALID_IMAGE_HASH|577|A signature could not be verified
`;

export interface DecodedCode {
  readonly value: number;
  readonly hex: string;
  readonly int32: number;
  /**
   * How it was read. `ntstatus` where the top bits say so; a value whose top nibble is 0xC can also be an HRESULT
   * with the reserved bit set, as Windows setup and DISM make them: those two facilities are read as HRESULT.
   */
  readonly kind: 'hresult' | 'ntstatus' | 'ntstatus-in-hresult';
  readonly severity: 'success' | 'information' | 'warning' | 'error';
  /** Defined by somebody other than Microsoft. */
  readonly customer: boolean;
  readonly facility: { readonly number: number; readonly name: string | null };
  readonly code: number;
  /** The Win32 code inside, or the one that Windows makes of an NTSTATUS. */
  readonly win32: number | null;
  readonly symbol: string | null;
  readonly meaning: string | null;
}

const CUSTOMER = 0x2000_0000;
const WRAPPED_NTSTATUS = 0x1000_0000;
const SETUP_FACILITIES: readonly number[] = [322, 400];
const SEVERITIES = ['success', 'information', 'warning', 'error'] as const;

/**
 * Takes a status apart.
 *
 * @param given 32 bits, signed or unsigned.
 * @source [MS-ERREF] sections 2.1 (HRESULT) and 2.3 (NTSTATUS).
 */
export function decodeHresult(given: number): DecodedCode {
  const value = given >>> 0;
  const base = { value, hex: hexOf(value), int32: value | 0, customer: (value & CUSTOMER) !== 0, code: value & 0xffff };
  const hresultFacility = (value >>> 16) & 0x7ff;

  if ((value & WRAPPED_NTSTATUS) !== 0 && value >>> 31 === 1) {
    const status = ntstatusOf((value & ~WRAPPED_NTSTATUS) >>> 0);
    return { ...base, kind: 'ntstatus-in-hresult', ...status };
  }
  const isNtstatus = value >>> 30 === 3 && !SETUP_FACILITIES.includes(hresultFacility);
  if (isNtstatus) return { ...base, kind: 'ntstatus', ...ntstatusOf(value) };

  const failed = value >>> 31 === 1;
  return {
    ...base,
    kind: 'hresult',
    severity: failed ? 'error' : 'success',
    facility: { number: hresultFacility, name: HRESULT_FACILITIES[hresultFacility] ?? null },
    win32: failed && hresultFacility === 7 ? base.code : null,
    symbol: null,
    meaning: null,
  };
}

let statuses: Map<string, { symbol: string; win32: number; meaning: string }> | null = null;

function ntstatusOf(value: number): Pick<DecodedCode, 'severity' | 'facility' | 'win32' | 'symbol' | 'meaning'> {
  statuses ??= new Map(
    splitRows(NTSTATUS_LINES, 4).map(([status = '', symbol = '', win32 = '', meaning = '']) => [
      status,
      { symbol, win32: Number(win32), meaning },
    ]),
  );
  const known = statuses.get(hexOf(value));
  const facility = (value >>> 16) & 0xfff;
  return {
    severity: SEVERITIES[value >>> 30] ?? 'error',
    facility: { number: facility, name: NTSTATUS_FACILITIES[facility] ?? null },
    win32: known?.win32 ?? (facility === 7 ? value & 0xffff : null),
    symbol: known?.symbol ?? null,
    meaning: known?.meaning ?? null,
  };
}
