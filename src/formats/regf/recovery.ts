import { type ByteSource, viewOf } from '../../bytes/byte-source.js';
import type { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { BASE_BLOCK_BYTES, type BaseBlock, readBaseBlock } from './base-block.js';
import { hasDirtyVector, readDirtyPages } from './dirty-vector.js';
import type { Patch } from './hive-image.js';
import { HIVE_BYTES_MAX } from './limits.js';
import { type LogEntry, readLogEntries } from './log-entries.js';
import { attempt } from './subkey-list.js';

/**
 * - `clean`: the last write had ended, the hive stands as it is
 * - `dirty-unrecovered`: a write had not ended and no log that fits was given: the last changes may be missing
 * - `recovered`: the changes that were under way were taken from logs
 */
export type RecoveryState = 'clean' | 'dirty-unrecovered' | 'recovered';

/** Whether what is read is the file itself, or the file with its logs over it. */
export interface HiveRecovery {
  readonly state: RecoveryState;
  /** Which of the logs given were used, counted from 0, in the order of their use. */
  readonly from: readonly number[];
}

/** What to read a hive by. */
export interface RecoveryPlan {
  readonly base: BaseBlock;
  readonly recovery: HiveRecovery;
  readonly patches: readonly Patch[];
  /** Of the hive after it, in bytes. */
  readonly size: number;
}

interface Log {
  readonly index: number;
  readonly view: ByteView;
  readonly base: BaseBlock;
}

/** When the hive was last written: in the base block, and a copy in the first hive bin. */
const LAST_WRITTEN = 0x0c;
const LAST_WRITTEN_COPY = BASE_BLOCK_BYTES + 0x14;

/**
 * Finds out whether a hive was being written to when it was left, and which of the logs end that write.
 *
 * @throws {FormatError} where the base block cannot be read, and no log has a copy of it.
 * @source Maxim Suhanov, "Windows registry file format specification", Dirty state of a hive, Multiple transaction log files.
 */
export function planRecovery(source: ByteSource, logSources: readonly ByteSource[], note: Note): RecoveryPlan {
  const { base, defects } = tryBase(source);
  const isSound = base?.isChecksumRight === true;
  if (isSound && base.primarySequence === base.secondarySequence) {
    return { base, recovery: { state: 'clean', from: [] }, patches: [], size: source.size };
  }
  const logs = openLogs(logSources, note);
  const plan =
    planByEntries(source, isSound ? base : null, logs) ?? planByPages(source, isSound ? base : null, logs, note);
  if (plan !== null) return plan;
  for (const defect of defects.slice(0, -1)) note(defect);
  const last = defects.at(-1);
  if (base === null) throw last;
  if (last !== undefined) note(last);
  return { base, recovery: { state: 'dirty-unrecovered', from: [] }, patches: [], size: source.size };
}

/** The base block as far as it can be read, and what is wrong with it. @throws {FormatError} where it is no hive's. */
function tryBase(source: ByteSource): { readonly base: BaseBlock | null; readonly defects: readonly FormatError[] } {
  const defects: FormatError[] = [];
  try {
    const base = readBaseBlock(source, (defect) => defects.push(defect));
    if (base.kind !== 'hive') {
      throw new FormatError('unsupported', {
        what: 'regf.base.fileType',
        sourceOffset: 0,
        expected: 'a hive',
        actual: 'the log of a hive',
      });
    }
    return { base, defects };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    if (defects.length === 0) throw error; // not damage: the checksum is right
    return { base: null, defects: [...defects, error] };
  }
}

function openLogs(sources: readonly ByteSource[], note: Note): Log[] {
  const logs: Log[] = [];
  sources.forEach((source, index) => {
    if (source.size === 0) return; // Windows makes both logs, and may use one only
    attempt(note, () => {
      const base = readBaseBlock(source, note);
      if (base.kind === 'hive' || !base.isChecksumRight) return;
      if (source.size > HIVE_BYTES_MAX) {
        throw new FormatError('over-limit', {
          what: 'regf.log.size',
          sourceOffset: 0,
          expected: HIVE_BYTES_MAX,
          actual: source.size,
        });
      }
      logs.push({ index, base, view: viewOf(source, 0, source.size, 'regf.log') });
    });
  });
  return logs;
}

/** Logs of the new form: the entries from the hive's own number on, without a gap, in whichever log they stand. */
function planByEntries(source: ByteSource, sound: BaseBlock | null, all: readonly Log[]): RecoveryPlan | null {
  const logs = all.filter((log) => log.base.kind === 'log-of-entries');
  const base = sound ?? asHive(logs[0]?.base);
  if (base === null) return null;
  const room = source.size + logs.reduce((sum, { view }) => sum + view.size, 0);
  const found: { readonly log: number; readonly entry: LogEntry }[] = [];
  for (const { index, view } of logs) {
    // The end of a log is where the entries of its last use begin: nothing to tell of.
    for (const entry of readLogEntries(view, () => {})) {
      if (entry.sequence >= base.primarySequence) found.push({ log: index, entry });
    }
  }
  found.sort((a, b) => a.entry.sequence - b.entry.sequence || a.log - b.log);
  const patches: Patch[] = [];
  const from = new Set<number>();
  let { binsSize } = base;
  let sequence: number | null = null;
  for (const { log, entry } of found) {
    if (entry.sequence === sequence) continue;
    if (sequence !== null && entry.sequence !== sequence + 1) break;
    if (BASE_BLOCK_BYTES + entry.binsSize > room) break; // a hive grows by what its logs hold
    patches.push(...entry.patches);
    from.add(log);
    ({ sequence, binsSize } = entry);
  }
  if (sequence === null) return null;
  return {
    base: { ...base, primarySequence: sequence, secondarySequence: sequence, binsSize },
    recovery: { state: 'recovered', from: [...from] },
    patches,
    size: Math.max(
      source.size,
      BASE_BLOCK_BYTES + binsSize,
      ...patches.map(({ offset, bytes }) => offset + bytes.length),
    ),
  };
}

/** A log of the old form: the first that was written after the hive was last written whole. */
function planByPages(
  source: ByteSource,
  sound: BaseBlock | null,
  logs: readonly Log[],
  note: Note,
): RecoveryPlan | null {
  const lastWritten = sound === null ? writtenTimes(source) : [sound.lastWritten];
  for (const { index, view, base } of logs) {
    const isWhole = base.primarySequence === base.secondarySequence && hasDirtyVector(view);
    if (base.kind !== 'log-of-pages' || !isWhole || !lastWritten.includes(base.lastWritten)) continue;
    let patches: readonly Patch[] | null = null;
    attempt(note, () => {
      patches = readDirtyPages(view, base.binsSize);
    });
    if (patches === null) continue;
    return {
      base: { ...base, kind: 'hive' },
      recovery: { state: 'recovered', from: [index] },
      patches,
      size: endOf(patches, source.size),
    };
  }
  return null;
}

function endOf(patches: readonly Patch[], size: number): number {
  const last = patches.at(-1); // pages stand in the order of the hive
  return last === undefined ? size : Math.max(size, last.offset + last.bytes.length);
}

function asHive(base: BaseBlock | undefined): BaseBlock | null {
  return base === undefined ? null : { ...base, kind: 'hive' };
}

/** Where the base block is damaged: both times that it may have been written at. That one fits a log is no accident. */
function writtenTimes(source: ByteSource): bigint[] {
  return [LAST_WRITTEN_COPY, LAST_WRITTEN]
    .filter((at) => at + 8 <= source.size)
    .map((at) => viewOf(source, at, 8, 'regf.base.lastWritten').bits64(0));
}
