import type { Place } from '../../evidence/model.js';
import type { When } from '../../evidence/when.js';

/** One record of an event log, from a binary log or any export of it. */
export interface EventRecord {
  readonly provider: string;
  readonly id: number;
  readonly when: When | null;
  readonly channel: string | null;
  readonly computer: string | null;
  /** Values in the order of the record; names are `null` where the form shows none. */
  readonly data: readonly { readonly name: string | null; readonly value: string }[];
  /** Rendered, in the language of the system; `null` in a binary log. */
  readonly message: string | null;
  readonly at: Place;
  /** Path inside the artefact, for a log inside an image. */
  readonly path?: string | undefined;
}

/** The first value whose name fits, or `null`. Names differ between versions of a provider. */
export function namedValue(event: EventRecord, name: RegExp): string | null {
  const found = event.data.find((datum) => datum.name !== null && name.test(datum.name));
  return found === undefined || found.value.trim() === '' ? null : cleanValue(found.value);
}

/** The first value of a form, whatever its name: named values first, then the message. */
export function valueLike(event: EventRecord, form: RegExp): string | null {
  for (const { value } of event.data) {
    const match = form.exec(cleanValue(value));
    if (match !== null) return match[1] ?? match[0];
  }
  const match = event.message === null ? null : form.exec(event.message);
  return match === null ? null : (match[1] ?? match[0]);
}

/** Real values often end in a NUL. */
export function cleanValue(value: string): string {
  return value.replaceAll('\0', '').trim();
}

/** A result code as printed: hex, or a signed or unsigned decimal. Unsigned; `null` where it is none. */
export function readCode(text: string | null): number | null {
  if (text === null) return null;
  const plain = text.trim();
  if (/^0x[0-9a-f]{1,8}$/i.test(plain)) return Number.parseInt(plain.slice(2), 16);
  if (!/^-?\d{1,10}$/.test(plain)) return null;
  const value = Number(plain);
  return value < -0x8000_0000 || value > 0xffff_ffff ? null : value >>> 0;
}

const HRESULT = /\b(0x[0-9a-fA-F]{8})\b/;

/** The result code of a record: by the name of its field, else the first HRESULT anywhere in it. */
export function codeOf(event: EventRecord): number | null {
  const named = readCode(namedValue(event, /^(?:error_?code|h_?result|status|result_?code|param1|error)$/i));
  if (named !== null && named !== 0) return named;
  const shown = readCode(valueLike(event, HRESULT));
  if (shown !== null) return shown;
  for (const { name, value } of event.data) {
    if (name === null && /^-\d{6,10}$/.test(value.trim())) return readCode(value);
  }
  return named;
}

/** `KB5034441` from a title or text; `null` without one. */
export function kbIn(text: string | null): string | null {
  const match = text === null ? null : /\bKB[\s-]?(\d{6,7})\b/i.exec(text);
  return match === null ? null : `KB${match[1]}`;
}
