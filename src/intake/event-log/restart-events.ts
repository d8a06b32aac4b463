import type { Restart } from '../../evidence/kinds/updates.js';
import { findTime } from '../../formats/text/text.js';
import type { Sink } from '../intake.js';
import { cleanValue, type EventRecord, namedValue, readCode, valueLike } from './event.js';
import { readingOf } from './reading.js';

/** Steps of the clock up to this are the time service at work. */
const CLOCK_STEP_MS = 10 * 60_000;

/** Words for a restart in the shutdown type of User32 1074, in the languages that we know. */
const RESTART_WORDS =
  /restart|reboot|neustart|neu start|redémarr|reinici|riavvi|opnieuw|ponown|znovu|reštart|újraind|перезагруз|перезапус|перезавантаж|yeniden başlat|επανεκκίν|再起動|重新启动|重启|重新啟動|重新開機|다시 시작|הפעלה מחדש|إعادة|genstart|starta om|käynnistä uudelleen/i;

export function intakeKernelGeneral(event: EventRecord, sink: Sink): void {
  if (event.id === 12) {
    addRestart('start', 'full', event, sink); // the kernel tells of itself only where it starts anew
    addBuild(event, sink);
  } else if (event.id === 13) addRestart('shutdown', null, event, sink);
  else if (event.id === 1) intakeClockChange(event, sink);
}

/** Kernel-Boot 27 names the boot type. */
export function intakeKernelBoot(event: EventRecord, sink: Sink): void {
  if (event.id !== 27) return;
  const type = readCode(
    namedValue(event, /boot_?type/i) ?? valueLike(event, /\b(0x[0-9a-f]{1,8})\b/i) ?? valueLike(event, /^(\d)$/),
  );
  if (type === 0) addRestart('start', 'full', event, sink);
  else if (type === 1) addRestart('start', 'fast-startup', event, sink);
  else if (type === 2) addRestart('resume', 'hibernate', event, sink);
  else addRestart('start', null, event, sink);
}

/** Power states that Kernel-Power 42 and 107 name as their target: hibernate, and the shutdown of fast startup. */
const HIBERNATE_STATE = '5';
const FAST_STARTUP_STATE = '6';

export function intakeKernelPower(event: EventRecord, sink: Sink): void {
  const target = namedValue(event, /^target_?state$/i);
  if (event.id === 41) addRestart('unexpected-stop', null, event, sink);
  else if (event.id === 109) addRestart('shutdown', null, event, sink);
  else if (event.id === 42 && target === FAST_STARTUP_STATE) addRestart('shutdown', 'fast-startup', event, sink);
  else if (event.id === 107 && target === FAST_STARTUP_STATE) addRestart('start', 'fast-startup', event, sink);
  else if (event.id === 107) addRestart('resume', target === HIBERNATE_STATE ? 'hibernate' : null, event, sink);
}

/** The event log service itself: it comes and goes with Windows. */
export function intakeEventLogService(event: EventRecord, sink: Sink): void {
  if (event.id === 6005) addRestart('start', null, event, sink);
  else if (event.id === 6006) addRestart('shutdown', null, event, sink);
  else if (event.id === 6008) addRestart('unexpected-stop', null, event, sink);
}

export function intakeUser32(event: EventRecord, sink: Sink): void {
  if (event.id !== 1074) return;
  const kind =
    namedValue(event, /^param5$/i) ?? typeInMessage(event.message) ?? event.data.map(({ value }) => value).join(' ');
  addRestart(RESTART_WORDS.test(kind) ? 'restart' : 'shutdown', null, event, sink);
}

export function intakePowerTroubleshooter(event: EventRecord, sink: Sink): void {
  if (event.id === 1) addRestart('resume', null, event, sink);
}

/** Logs that say something of updates and starts; that others were cleared takes no evidence of ours. */
const LOGS_OF_INTEREST =
  /^(?:System|Application|Setup|Security|unknown|Microsoft-Windows-(?:WindowsUpdateClient|Servicing|Kernel-Boot|Windows Defender)\/)/i;

/** A log that was cleared: 104 for any log, 1102 for the security log. */
export function intakeLogCleared(event: EventRecord, sink: Sink): void {
  if (event.id !== 104 && event.id !== 1102) return;
  const subject =
    event.id === 1102
      ? 'Security'
      : (namedValue(event, /channel/i) ?? logInMessage(event.message) ?? event.channel ?? 'unknown');
  if (!LOGS_OF_INTEREST.test(subject)) return;
  sink.add('evidence-loss', { what: 'event-log-cleared', subject }, readingOf(event, subject));
}

function addRestart(what: Restart['what'], bootType: Restart['bootType'], event: EventRecord, sink: Sink): void {
  sink.add('restart', { what, bootType }, readingOf(event));
}

/** The reason, code and type stand in lines of their own; the type is the third labelled line from the end. */
function typeInMessage(message: string | null): string | null {
  if (message === null) return null;
  const lines = message.split('\n').filter((line) => /[:：]/.test(line));
  const code = lines.findIndex((line) => /0x[0-9a-f]{4,8}\s*$/i.test(line));
  const type = code >= 0 ? lines[code + 1] : undefined;
  return type ?? message;
}

function logInMessage(message: string | null): string | null {
  const match =
    message === null ? null : /\b(System|Application|Security|Setup|Microsoft-Windows-[\w/-]+)\b/.exec(message);
  return match === null ? null : match[1];
}

/** Reasons of Kernel-General 1: 2 follows the hardware clock after a sleep, 3 a change of zone; both are ordinary. */
const CHANGED_BY_PROGRAM = '1';

function intakeClockChange(event: EventRecord, sink: Sink): void {
  const reason = namedValue(event, /^reason$/i);
  // In a rendered message only a change by a program names a process by its path.
  const isByProgram =
    reason === null ? event.message === null || event.message.includes('\\Device\\') : reason === CHANGED_BY_PROGRAM;
  if (!isByProgram) return;
  const newTime = namedValue(event, /new_?time/i);
  const oldTime = namedValue(event, /old_?time/i);
  const [to, from] =
    newTime !== null && oldTime !== null ? [findTime(newTime), findTime(oldTime)] : timesIn(event.message);
  if (to === null || from === null || Math.abs(to.fromMs - from.fromMs) < CLOCK_STEP_MS) return;
  const minutes = Math.round((to.fromMs - from.fromMs) / 60_000);
  const subject = `clock moved by ${minutes} minutes`;
  sink.add('evidence-loss', { what: 'clock-changed', subject }, readingOf(event, subject));
}

/** New and old time in a rendered message, in this order. */
function timesIn(message: string | null) {
  const first = message === null ? null : findTime(message);
  const second = message === null || first === null ? null : findTime(message.slice(first.end));
  return [first, second] as const;
}

/** The start record carries the build that started. */
function addBuild(event: EventRecord, sink: Sink): void {
  const build = numberOf(namedValue(event, /^build_?version$/i));
  const revision = numberOf(namedValue(event, /^qfe_?version$/i));
  if (build === null) return;
  const nothing = { product: null, release: null, edition: null, server: null, architecture: null };
  sink.add('os-version', { ...nothing, build, revision }, readingOf(event, `build ${build}.${revision ?? '?'}`));
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(cleanValue(text)) ? Number(text) : null;
}
