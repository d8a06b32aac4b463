import {
  type CbsMessage,
  type CbsResult,
  isOrdinaryAnswer,
  readCbsMessage,
  readKb,
} from '../../formats/cbs-log/cbs-log.js';
import { readDismMessage } from '../../formats/dism-log/dism-log.js';
import { readStamp } from '../../formats/log-stamp/log-stamp.js';
import { type PfroLine, readPfroLine } from '../../formats/pfro-log/pfro-log.js';
import { readSetupDiagLine } from '../../formats/setup-diag/setup-diag.js';
import { readSetupLine, type SetupLine } from '../../formats/setup-line/setup-line.js';
import type { Line } from '../../formats/text/text.js';
import type { LogIntake, LogReading, TextSink } from '../intake.js';
import { coverWith, isFailure, readingOf, whenOf } from '../log-reading.js';

type Weight = 'error' | 'warning' | 'noise';

/** Sessions of which the package is remembered until they end. */
const SESSIONS_MAX = 64;

/** Results that say why an update failed even where they stand in the middle of a log, as excerpts in tickets do. */
const TELLING = new Set([
  0x80070070, // ERROR_DISK_FULL
  0x80073701, // ERROR_SXS_ASSEMBLY_MISSING
  0x80073712, // ERROR_SXS_COMPONENT_STORE_CORRUPT
  0x80073cf4, // not enough space on the Windows volume
  0x800f081f, // CBS_E_SOURCE_MISSING
  0x800f0828, // CBS_E_INSUFFICIENT_DISK_SPACE
  0x800f0831, // CBS_E_STORE_CORRUPTION
  0x800f0900, // CBS_E_XML_PARSER_FAILURE
  0x800f0922, // CBS_E_INSTALLERS_FAILED
  0x800f0982, // PSFX_E_MATCHING_COMPONENT_NOT_FOUND
  0x800f0983, // PSFX_E_MATCHING_COMPONENT_DIRECTORY_MISSING
  0x800f0988, // PSFX_E_INVALID_DELTA_COMBINATION
  0x80070643, // ERROR_INSTALL_FAILURE
]);

/** Reads CBS.log and dism.log, or lines of them among prose: what ended in an error, and what awaits a restart. */
export const servicingLog: LogIntake = {
  id: 'servicing-log',
  needles: [
    ', error ',
    'finalized. reboot',
    'processing complete',
    'processed the command line but failed',
    'ti: last boot time',
    ' pfro operations',
    'error = 0x',
    // telling symbols and codes, for excerpts
    'cbs_e_insta',
    'cbs_e_insuf',
    'cbs_e_store_corr',
    'cbs_e_source_miss',
    'error_sxs_comp',
    'error_sxs_assembly_miss',
    'error_disk_full',
    '0x800f092',
    '0x800f098',
    '0x800f0831',
    '0x800f0828',
    '0x80073712',
    '0x80070643',
  ],
  begin: (sink) => new ServicingReading(sink),
};

class ServicingReading implements LogReading {
  readonly #sink: TextSink;
  readonly #packageKbs = new Map<string, string>();

  #bootTime = '';

  constructor(sink: TextSink) {
    this.#sink = sink;
  }

  line(line: Line): void {
    const entry = readSetupLine(line.text);
    if (entry === null) {
      const renames = readPfroLine(line.text);
      if (renames !== null) this.#renames(line, renames);
      else this.#excerpt(line);
      return;
    }
    const boot = entry.module === 'CBS' ? /^TI: Last boot time: (.+)$/.exec(entry.message) : null;
    if (boot !== null) this.#start(line, boot[1]);
    else if (entry.module === 'CBS' || entry.module === 'CSI') this.#cbs(line, entry);
    else if (entry.module === 'DISM') this.#dism(line, entry);
  }

  end(first: Line | null, last: Line | null): void {
    // Setup's logs hold entries of CBS too, and dism.log is no record of updates: only CBS.log is all CBS.
    if (isServicingEntry(first) && isServicingEntry(last)) coverWith(this.#sink, 'servicing-log', first, last);
  }

  #cbs(line: Line, entry: SetupLine): void {
    const message = readCbsMessage(entry.message);
    if (message.what === 'session-end' && message.restart) {
      const detail = `session ${message.session}`;
      this.#sink.add(
        'pending-restart',
        { indicator: 'cbs-reboot-pending', present: true, strength: 'strong', detail },
        readingOf('engine-log', line, whenOf(entry.stamp)),
      );
      this.#sink.claim(line.number, line.number);
    }
    const kb = this.#kbOf(message, entry.message);
    if (!('result' in message)) {
      const isCorrupt = message.what === 'store-corrupt';
      if (entry.level === 'error') this.#error(line, entry, null, kb, isCorrupt ? 'error' : 'warning');
      return;
    }
    if (!isFailure(message.result.code)) return;
    this.#error(line, entry, message.result, kb, weightOf(message, entry));
  }

  /** The session manager renames files only where the kernel starts anew. */
  #renames(line: Line, { stamp }: PfroLine): void {
    this.#sink.claim(line.number, line.number);
    this.#sink.add('restart', { what: 'start', bootType: 'full' }, readingOf('engine-log', line, whenOf(stamp)));
  }

  /** Each time its service starts, CBS notes when Windows was started. */
  #start(line: Line, time: string): void {
    const when = whenOf(readStamp(time));
    if (when === undefined || time === this.#bootTime) return; // its service starts many times between two starts of Windows
    this.#bootTime = time;
    this.#sink.claim(line.number, line.number);
    this.#sink.add('restart', { what: 'start', bootType: null }, readingOf('engine-log', line, when));
  }

  /** The update that a message is about: named in it, or by an earlier message of its session. */
  #kbOf(message: CbsMessage, text: string): string | null {
    const kb = readKb(text);
    const session = 'session' in message ? message.session : null;
    if (session === null) return kb;
    if (kb === null) return this.#packageKbs.get(session) ?? null;
    if (this.#packageKbs.size >= SESSIONS_MAX) this.#packageKbs.clear();
    this.#packageKbs.set(session, kb);
    return kb;
  }

  #dism(line: Line, entry: SetupLine): void {
    const { code, endsCommand } = readDismMessage(entry.message);
    if (code === null || !isFailure(code)) return;
    this.#sink.claim(line.number, line.number);
    this.#sink.add(
      'servicing-error',
      {
        component: 'dism',
        code,
        symbol: null,
        kb: readKb(entry.message),
        aboutWinRe: isAboutWinRe(entry.message),
        weight: endsCommand || (TELLING.has(code) && entry.level === 'error') ? 'error' : 'warning',
      },
      readingOf('engine-log', line, whenOf(entry.stamp)),
    );
  }

  #error(line: Line, entry: SetupLine, result: CbsResult | null, kb: string | null, weight: Weight): void {
    if (weight === 'noise') return; // healthy logs hold thousands: they would bury the rest
    this.#sink.claim(line.number, line.number);
    this.#sink.add(
      'servicing-error',
      {
        component: /corrupt/i.test(entry.message) ? 'store' : 'cbs',
        code: result?.code ?? null,
        symbol: result?.symbol ?? null,
        kb,
        aboutWinRe: isAboutWinRe(entry.message),
        weight,
      },
      readingOf('engine-log', line, whenOf(entry.stamp)),
    );
  }

  /** An upgrade of Windows failed: another story than that of an update, told for the timeline. */
  #upgrade(line: Line, code: number): void {
    this.#sink.claim(line.number, line.number);
    this.#sink.add(
      'servicing-error',
      { component: 'setup', code, symbol: null, kb: null, aboutWinRe: false, weight: 'warning' },
      readingOf('engine-log', line, undefined),
    );
  }

  /** A line without its stamp, or with words before it, as tickets quote them: only what is surely of CBS. */
  #excerpt(line: Line): void {
    const upgrade = readSetupDiagLine(line.text);
    if (upgrade !== null) {
      this.#upgrade(line, upgrade.code);
      return;
    }
    const message = readCbsMessage(line.text);
    if (!('result' in message) || !TELLING.has(message.result.code)) return;
    this.#sink.claim(line.number, line.number);
    this.#sink.add(
      'servicing-error',
      {
        component: 'cbs',
        code: message.result.code,
        symbol: message.result.symbol,
        kb: this.#kbOf(message, line.text),
        aboutWinRe: isAboutWinRe(line.text),
        weight: message.what === 'result' && !/\bError\b/.test(line.text) ? 'warning' : 'error',
      },
      readingOf('engine-log', line, undefined),
    );
  }
}

function isServicingEntry(line: Line | null): boolean {
  const module = line === null ? null : readSetupLine(line.text)?.module;
  return module === 'CBS' || module === 'CSI' || module === 'DPX';
}

/** `error` where an operation ended so; a result on the way weighs less, and ordinary answers nothing. */
function weightOf(message: CbsMessage & { readonly result: CbsResult }, entry: SetupLine): Weight {
  const { code } = message.result;
  if (message.what === 'session-end' || message.what === 'execution-end') {
    return isOrdinaryAnswer(code) ? 'warning' : 'error';
  }
  if (isOrdinaryAnswer(code)) return 'noise';
  if (isAboutWinRe(entry.message)) return 'error';
  if (entry.level === 'error') return TELLING.has(code) ? 'error' : 'warning';
  return TELLING.has(code) ? 'warning' : 'noise';
}

/** Components of WinRE are parts of every image: only words about the environment itself count. */
function isAboutWinRe(text: string): boolean {
  return /(?<![\w-])WinRE(?!-)|Windows Recovery Environment|recovery (?:partition|environment)|WinREAgent/i.test(text);
}
