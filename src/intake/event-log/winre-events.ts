import type { WinReServicing } from '../../evidence/kinds/winre.js';
import type { Sink } from '../intake.js';
import { cleanValue, codeOf, type EventRecord, kbIn, namedValue, readCode, valueLike } from './event.js';
import { readingOf } from './reading.js';

const WHAT: Readonly<Record<number, WinReServicing['what']>> = {
  4500: 'started',
  4501: 'succeeded',
  4502: 'failed',
  4503: 'cancelled',
  4504: 'rolled-back',
};
const VERSION = /(?<![\d.])(\d{2}\.\d\.\d{4,6}\.\d{1,6})(?![\d.])/;

/** Records of WinREAgent. Nobody has published a log of them, so names and places of fields are not relied on. */
export function intakeWinReEvent(event: EventRecord, sink: Sink): void {
  const what = WHAT[event.id];
  if (what === undefined) return;
  const version = what === 'succeeded' ? valueLike(event, VERSION) : null;
  const isFailure = what === 'failed';
  const code = isFailure ? failureCode(event) : null;
  const phase = isFailure ? readPhase(event) : null;
  sink.add(
    'winre-servicing',
    { what, version, phase, code, kb: kbIn(event.message) },
    readingOf(event, said(version, phase, code)),
  );
  if (version !== null) sink.add('winre-version', { version, shownBy: 'event-4501' }, readingOf(event, version));
}

function failureCode(event: EventRecord): number | null {
  const named = readCode(namedValue(event, /err?or_?code|h_?result/i));
  if (named !== null) return named;
  // By value: a code is negative, or large; the phase is neither.
  for (const { value } of event.data) {
    const code = readCode(cleanValue(value));
    if (code !== null && code > 0xffff) return code;
  }
  return codeOf(event);
}

function readPhase(event: EventRecord): number | null {
  const named = namedValue(event, /phase/i);
  const text = named ?? event.data.map(({ value }) => cleanValue(value)).find((value) => /^[1-9]$/.test(value)) ?? null;
  if (text !== null) return /^\d{1,2}$/.test(text) ? Number(text) : null;
  const inMessage = event.message === null ? null : /phase\D{0,10}(\d)\b/i.exec(event.message);
  return inMessage === null ? null : Number(inMessage[1]);
}

function said(version: string | null, phase: number | null, code: number | null): string | null {
  if (version !== null) return version;
  if (code === null && phase === null) return null;
  const hex = code === null ? '' : ` 0x${code.toString(16).padStart(8, '0')}`;
  return `${phase === null ? '' : `phase ${phase}`}${hex}`.trim();
}

const AGENT_FOLDER = /\$WinREAgent\\/i;

/** Registry hives of the image below `$WinREAgent` betray when it was serviced. */
export function intakeHiveEvent(event: EventRecord, sink: Sink): void {
  if (valueLike(event, AGENT_FOLDER) === null) return; // finding the whole path tries every start, and a fifth of a log are such records
  const hivePath = valueLike(event, /(\S{0,260}\$WinREAgent\\\S{0,260})/i);
  if (hivePath !== null) sink.add('winre-hive-mount', { hivePath }, readingOf(event, hivePath));
}
