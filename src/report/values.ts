import type { When } from '../evidence/when.js';
import { DAY_MS } from '../evidence/when.js';

/** How far from 1970 a JavaScript date reaches, in milliseconds. */
const DATE_MS_MAX = 8.64e15;
/** Codes up to here are Win32 codes, which people know in decimal. */
const WIN32_CODE_MAX = 0xffff;

/** `0x80070643`; a Win32 code as `1603 (0x643)`. */
export function codeText(code: number): string {
  if (code > 0 && code <= WIN32_CODE_MAX) return `${code} (0x${code.toString(16)})`;
  return hresultText(code);
}

/** `0x80070643`, always. */
export function hresultText(code: number): string {
  return `0x${(code >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}

/** Whether a date can show this moment. */
export function isShowable(when: When): boolean {
  const shown = when.local ?? when;
  return [when.fromMs, when.toMs, shown.fromMs, shown.toMs].every((ms) => Math.abs(ms) <= DATE_MS_MAX);
}

/** How a moment is best shown: `exact` in UTC, a reading of the local clock, whole days of it, or an interval in UTC. */
export function shapeOf(when: When): 'exact' | 'local' | 'day' | 'days' | 'interval' {
  if (when.fromMs === when.toMs) return 'exact';
  if (when.local === undefined) return 'interval';
  const span = when.local.toMs - when.local.fromMs;
  if (span < DAY_MS - 2) return 'local';
  return span < DAY_MS ? 'day' : 'days';
}

/** `2025-04-08T17:02:11.000Z`, or the year with a sign where it has more than four digits. */
export function isoText(ms: number): string {
  return new Date(ms).toISOString();
}

/**
 * A moment for scripts: ISO 8601 with `Z` where the zone is known, without it where only the local clock is, a bare
 * date for a day, `from/to` for an interval.
 */
export function whenText(when: When): string {
  if (!isShowable(when)) return 'unknown';
  const local = when.local ?? when;
  switch (shapeOf(when)) {
    case 'exact':
      return isoText(when.fromMs);
    case 'local':
      return isoText(local.fromMs).slice(0, -1);
    case 'day':
      return isoText(local.fromMs).split('T')[0];
    case 'days':
      return `${isoText(local.fromMs).split('T')[0]}/${isoText(local.toMs).split('T')[0]}`;
    case 'interval':
      return `${isoText(when.fromMs)}/${isoText(when.toMs)}`;
  }
}

/** The largest unit that leaves at least one whole, with 1024 steps as Windows counts. */
export function scaleBytes(bytes: number): {
  readonly unit: 'bytes' | 'kb' | 'mb' | 'gb' | 'tb';
  readonly number: number;
} {
  const steps = ['bytes', 'kb', 'mb', 'gb', 'tb'] as const;
  let number = bytes;
  let step = 0;
  while (Math.abs(number) >= 1024 && step < steps.length - 1) {
    number /= 1024;
    step++;
  }
  // Cut, not rounded: 249.99 MB must not read as the 250 MB that would suffice. Sizes up to 10 GB stay in MB.
  if (step === 3 && Math.abs(number) < 10) return { unit: 'mb', number: Math.trunc(number * 10240) / 10 };
  return { unit: steps[step], number: step === 0 ? number : Math.trunc(number * 10) / 10 };
}
