/** Rows of diagerr.xml and diagwrn.xml, one a line. The files hold several documents one after another, so no XML reader takes them. */
import { type LogStamp, readStamp } from '../log-stamp/log-stamp.js';

export interface DiagnosticRow {
  readonly stamp: LogStamp | null;
  readonly severity: 'error' | 'warning' | 'other';
  readonly message: string;
  /** Module that wrote it: `reagent.dll`. */
  readonly module: string;
  /** Win32 code or HRESULT, unsigned; 0 where there is none. */
  readonly code: number;
}

const SEVERITIES: Readonly<Record<string, DiagnosticRow['severity']>> = { '33554432': 'error', '50331648': 'warning' };
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads one row; `null` for any other line. */
export function readDiagnosticRow(text: string): DiagnosticRow | null {
  if (!text.trimStart().startsWith('<z:row ')) return null;
  const values = new Map<string, string>();
  for (const match of text.matchAll(/\s([A-Za-z]{1,8})="([^"]*)"/g)) values.set(match[1], plainOf(match[2]));
  const message = values.get('Msg');
  if (message === undefined) return null;
  return {
    stamp: readStamp(values.get('DT') ?? ''),
    severity: SEVERITIES[values.get('Sev') ?? ''] ?? 'other',
    message: message.trim(),
    module: values.get('Mod') ?? '',
    code: Number(values.get('Err') ?? 0) >>> 0,
  };
}

function plainOf(value: string): string {
  return value.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name]);
}
