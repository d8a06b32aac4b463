import type { WinReConfig } from '../../evidence/kinds/winre.js';
import { readDiagnosticRow } from '../../formats/diagnostic-rowset/diagnostic-rowset.js';
import { type ReAgentMessage, readReAgentMessage } from '../../formats/reagent-log/reagent-log.js';
import { readSetupLine, type SetupLine } from '../../formats/setup-line/setup-line.js';
import type { Line } from '../../formats/text/text.js';
import {
  readFailure,
  readWinReAgentMessage,
  type WinReAgentMessage,
} from '../../formats/winreagent-log/winreagent-log.js';
import type { LogIntake, LogReading, Reading, TextSink } from '../intake.js';
import { coverWith, readingOf, whenOf } from '../log-reading.js';
import { SpaceChecks } from './space-checks.js';

/** `Error` entries kept until it is known whose log this is. */
const ERRORS_MAX = 500;

/** Verbs of reagentc, and the calls that do their work. */
const VERBS: Readonly<Record<string, 'enable' | 'disable' | 'setreimage' | 'boottore'>> = {
  WinReInstall: 'enable',
  WinReUnInstall: 'disable',
  WinReSetConfig: 'setreimage',
  WinReSetBootApp: 'boottore',
};

/** Modules that write of updates in general; what they say of WinRE errors is read with the servicing logs. */
const SERVICING_MODULES = new Set(['CBS', 'CSI', 'DISM']);

/** Reads ReAgent.log, WinREAgent's logs and the lines of both in setup logs. */
export const winReLog: LogIntake = {
  id: 'winre-log',
  needles: [
    'winre',
    'reagent',
    'partition number: ',
    'partition details: ',
    'search target partition',
    'free space requirement',
    'required free space',
    'updateinpartition',
    'replaceinplace',
    'repartition',
    'execution scenario',
    'servicing not possible',
    'space to shrink',
    'executing commit operation',
    'executing stage operation',
    'spaceforshrink',
    'notonosdisk',
    'installonosvolume',
    'unallocatedspaceistoobig',
    'insufficientfreespace',
    'norecoveryenvironment',
    'notscheduled',
    'faileddiskusageestimate',
    'windows10.0-kb',
    'windows11.0-kb',
    ', error ',
  ],
  begin: (sink, name) => new WinReReading(sink, name),
};

class WinReReading implements LogReading {
  readonly #sink: TextSink;
  readonly #spaces: SpaceChecks;
  readonly #errors: { line: Line; entry: SetupLine; code: number | null }[] = [];
  #isOwnLog: boolean;
  #kb: string | null = null;
  #commitStarted = false;
  /** The registration last seen, and where: told again at the end, since it held until then. */
  #config: { value: WinReConfig; reading: Reading; toldAt: Reading } | null = null;

  constructor(sink: TextSink, name: string) {
    this.#sink = sink;
    this.#spaces = new SpaceChecks(sink);
    this.#isOwnLog = /winreagent/i.test(name);
  }

  line(line: Line): void {
    const entry = readSetupLine(line.text) ?? rowAsEntry(line.text);
    const message = entry?.message ?? line.text;
    const reading = readingOf('engine-log', line, whenOf(entry?.stamp ?? null));
    const servicing = readWinReAgentMessage(message);
    if (servicing !== null && (entry !== null || isUnmistakable(servicing))) {
      this.#sink.claim(line.number, line.number);
      if (entry !== null && !SERVICING_MODULES.has(entry.module ?? '')) this.#isOwnLog = true;
      this.#servicing(servicing, entry, reading);
    } else if (entry !== null) {
      const said = readReAgentMessage(message);
      if (said !== null) this.#reAgent(said, line, reading);
      else this.#kb = /windows1[01]\.0-(kb\d{6,8})/i.exec(message)?.[1].toUpperCase() ?? this.#kb;
    } else {
      const said = readReAgentMessage(message);
      if (said?.what === 'installed-at' || said?.what === 'partition') this.#reAgent(said, line, reading);
    }
    if (entry?.level === 'error' && !SERVICING_MODULES.has(entry.module ?? '')) this.#keepError(line, entry);
  }

  end(first: Line | null, last: Line | null): void {
    this.#spaces.flush();
    if (this.#config !== null && this.#config.reading !== this.#config.toldAt) {
      this.#sink.add('winre-config', this.#config.value, this.#config.reading);
    }
    for (const error of this.#errors) this.#tellError(error.line, error.entry, error.code);
    if (this.#isOwnLog) coverWith(this.#sink, 'winre-log', first, last);
  }

  #servicing(message: WinReAgentMessage, entry: SetupLine | null, reading: Reading): void {
    this.#kb = message.kb ?? this.#kb;
    if (message.version !== null && message.version.role !== 'update') {
      this.#sink.add('winre-version', { version: message.version.version, shownBy: 'engine-log' }, reading);
    }
    if (message.version?.role === 'installed') this.#step('succeeded', 3, null, message.version.version, reading);
    if (message.step === 'stage-start') this.#step('started', 1, null, null, reading);
    if (message.step === 'commit-start') {
      this.#commitStarted = true;
      this.#step('started', 3, null, null, reading);
    }
    if (message.step === 'commit-refused' || message.step === 'not-possible') {
      this.#step('failed', 2, message.code, null, reading);
    } else if (message.refusal !== null && message.refusal !== 'NotScheduled' && entry?.level === 'error') {
      this.#step('failed', this.#commitStarted ? 3 : 2, message.code, null, reading);
    }
    this.#spaces.add(message, reading);
  }

  #step(
    what: 'started' | 'succeeded' | 'failed',
    phase: number,
    code: number | null,
    version: string | null,
    reading: Reading,
  ): void {
    this.#sink.add('winre-servicing', { what, version, phase, code, kb: this.#kb }, reading);
  }

  #reAgent(message: ReAgentMessage, line: Line, reading: Reading): void {
    this.#sink.claim(line.number, line.number);
    if (message.what === 'installed-at') {
      const { disk, partition, path } = message;
      this.#registered({ disk, partition, offsetBytes: null, diskId: null, letter: null, path: path || null }, reading);
    } else if (message.what === 'installed' && !message.installed) {
      this.#tellConfig(configOf(false, null), reading);
    } else if (message.what === 'exit') {
      const verb = VERBS[message.api];
      if (verb === undefined) return; // questions, not deeds
      const code = message.ok ? null : message.error;
      this.#sink.add('reagentc-operation', { verb, ok: message.ok, code, reason: reasonOf(code) }, reading);
    } else {
      this.#spaces.place(message, reading);
    }
  }

  #registered(location: Exclude<WinReConfig['location'], 'none' | null>, reading: Reading): void {
    this.#tellConfig(configOf(true, location), reading);
  }

  /** Tells a registration when it changes; the same one over and over only at its first and its last line. */
  #tellConfig(value: WinReConfig, reading: Reading): void {
    const before = this.#config;
    if (before !== null && JSON.stringify(before.value) === JSON.stringify(value)) {
      this.#config = { ...before, reading };
      return;
    }
    if (before !== null && before.reading !== before.toldAt)
      this.#sink.add('winre-config', before.value, before.reading);
    this.#sink.add('winre-config', value, reading);
    this.#config = { value, reading, toldAt: reading };
  }

  #keepError(line: Line, entry: SetupLine): void {
    if (this.#errors.length < ERRORS_MAX) this.#errors.push({ line, entry, code: readFailure(entry.message) });
  }

  /** An `Error` entry counts in WinREAgent's own log; in others setup writes hundreds that mean nothing to us. */
  #tellError(line: Line, entry: SetupLine, code: number | null): void {
    const namesWinRe = /\bWinRE/i.test(entry.message);
    if (code === null || !(this.#isOwnLog || namesWinRe)) return;
    this.#sink.claim(line.number, line.number);
    const reading = readingOf('engine-log', line, whenOf(entry.stamp));
    this.#sink.add(
      'servicing-error',
      {
        component: this.#isOwnLog ? 'winreagent' : 'reagent',
        code,
        symbol: null,
        kb: this.#kb,
        aboutWinRe: true,
        weight: this.#isOwnLog ? 'error' : 'warning',
      },
      reading,
    );
  }
}

/** Whether words without a stamp before them can only be the engine's: not a person who names a scenario. */
function isUnmistakable(message: WinReAgentMessage): boolean {
  return message.space !== null || (message.version !== null && message.scenario === null) || message.step !== null;
}

/** A row of diagerr.xml says what an entry of the log beside it says. */
function rowAsEntry(text: string): SetupLine | null {
  const row = readDiagnosticRow(text);
  if (row === null) return null;
  const code = row.code >= 0x8000_0000 ? `, 0x${row.code.toString(16)}` : '';
  const level = row.severity === 'other' ? 'other' : row.severity;
  return { stamp: row.stamp, level, module: `[${row.module}]`, message: `${row.message}${code}` };
}

function configOf(enabled: boolean, location: WinReConfig['location']): WinReConfig {
  return { enabled, location, bcdId: null, staged: null, onOsVolume: null, operationScheduled: null };
}

function reasonOf(code: number | null): 'no-space' | 'not-elevated' | 'bcd-not-updated' | 'image-not-found' | null {
  if (code === 0x70 || code === 0x80070070) return 'no-space';
  if (code === 0x5 || code === 0x80070005) return 'not-elevated';
  if (code === 0x2 || code === 0x80070002) return 'image-not-found';
  return code === 0x3bc3 ? 'bcd-not-updated' : null;
}
