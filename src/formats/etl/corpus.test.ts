/** Real traces, against what dissect counted in them and what Get-WindowsUpdateLog printed of them: no peer that Debian has reads ETL. */
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FILETIME_UNIX_EPOCH } from '../../bytes/filetime.js';
import { strict } from '../../bytes/format-error.js';
import { type CorpusRow, corpusRows, longTruth } from '../../testing/corpus-truth.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import {
  decodeEvent,
  ETL_HEAD_BYTES,
  type EtlRecord,
  formatUpdateTraceLine,
  isEtl,
  openEtl,
  readUpdateTraceLine,
} from './etl.js';

/** What dissect.etl says of a trace. It shows microseconds, rounded by way of a float. */
interface DissectTruth {
  readonly records: number;
  readonly first_timestamp: string | null;
  readonly provider_guids: Readonly<Record<string, number>>;
}
const THEIR_PRECISION_TICKS = 20n;
const KERNEL = '68fdd900-4a3e-11d1-84f4-0000f80464e3';

const rows = corpusRows('etl');
const truthOf = (row: CorpusRow) => row.truth as unknown as DissectTruth;
const inUse = rows.filter((row) => truthOf(row).records === 0);
const closed = rows.filter((row) => truthOf(row).records > 0);
const logged = rows.filter((row) => row.truth_file !== undefined);

function recordsOf(file: string): EtlRecord[] {
  return [...openEtl(new MemorySource(corpusBytes(file)), strict).records()];
}

function linesOf(file: string) {
  return recordsOf(file).flatMap((record) => readUpdateTraceLine(record, strict) ?? []);
}

describe.skipIf(CORPUS === null)('traces of real machines (skipped without the corpus)', () => {
  it.each(rows)('$file is known for a trace and decodes without a defect', ({ file }) => {
    expect(isEtl(corpusBytes(file).subarray(0, ETL_HEAD_BYTES))).toBe(true);
    for (const record of recordsOf(file)) {
      decodeEvent(record, strict);
      expect(record.time).not.toBeNull();
    }
  });

  it.each(closed)('$file has the events, the providers and the first time that dissect finds', (row) => {
    const records = recordsOf(row.file);
    const { records: count, provider_guids, first_timestamp } = truthOf(row);
    expect(records.length).toBe(count);
    const events = records.filter(({ header }) => header.kind === 'event');
    const counts: Record<string, number> = {};
    for (const { header } of events) counts[header.provider ?? ''] = (counts[header.provider ?? ''] ?? 0) + 1;
    const { [KERNEL]: _, ...theirs } = provider_guids; // not counted by us: its events bear no GUID
    expect(counts).toMatchObject(theirs);

    const [date, micros] = (first_timestamp ?? '').split(/\.|\+/);
    const theirFirst = FILETIME_UNIX_EPOCH + BigInt(Date.parse(`${date}Z`)) * 10_000n + BigInt(micros ?? 0) * 10n;
    const first = events.map(({ time }) => time ?? 0n).reduce((a, b) => (a < b ? a : b));
    const apart = first - theirFirst;
    expect(apart < THEIR_PRECISION_TICKS && apart > -THEIR_PRECISION_TICKS).toBe(true);
  });

  it('a trace copied while its session ran gives all its events; dissect finds none', () => {
    expect(inUse.length).toBe(4);
    expect(inUse.map(({ file }) => linesOf(file).length).sort((a, b) => b - a)).toEqual([127, 0, 0, 0]);
    for (const { file } of inUse)
      expect(openEtl(new MemorySource(corpusBytes(file)), strict).header?.endTime).toBeNull();
  });
});

/** A line of WindowsUpdate.log: its time apart from what follows. */
interface TimedText {
  readonly time: bigint;
  readonly rest: string;
}

function timed(line: string): TimedText {
  const match = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)\.(\d{7}) (\d+ +\d+ *.*)$/s.exec(line);
  if (match === null) throw new Error(`no line: ${line}`);
  const [, year, month, day, time, ticks, rest] = match;
  const ms = BigInt(Date.parse(`${year}-${month}-${day}T${time}Z`));
  return { time: FILETIME_UNIX_EPOCH + ms * 10_000n + BigInt(ticks), rest: rest.trimEnd() };
}

/** Get-WindowsUpdateLog moves the first quotation mark of a text to its end: format.md, "Get-WindowsUpdateLog". */
function asPrinted({ time, rest }: TimedText): TimedText {
  return { time, rest: rest.includes('"') ? `${rest.replace('"', '')}"` : rest };
}

/** Each line of the log beside the event it was made of. Matched from the end, for the log may begin within the trace. */
function matched(row: CorpusRow) {
  const own = linesOf(row.file).map((line) => asPrinted(timed(formatUpdateTraceLine(line))));
  const log = (longTruth(row).log as string[]).map(timed);
  const left = new Map<string, bigint[]>();
  for (const { rest, time } of own) left.set(rest, [...(left.get(rest) ?? []), time]);
  const early: bigint[] = [];
  const strangers: TimedText[] = [];
  for (const line of log.reverse()) {
    const ours = left.get(line.rest)?.pop();
    if (ours === undefined) strangers.push(line);
    else early.push(ours - line.time);
  }
  return { own, early, strangers, unprinted: [...left.values()].flat() };
}

describe.skipIf(CORPUS === null)('against WindowsUpdate.log (skipped without the corpus)', () => {
  it.each(logged)('$file: every character that was printed, and one distance between all times', (row) => {
    const { own, early, strangers, unprinted } = matched(row);
    expect(early.length + unprinted.length).toBe(own.length);
    expect(new Set(early).size).toBe(1); // to 100 ns
    const [by] = early as [bigint];
    expect(by >= 0n && by < 10_000_000n).toBe(true);
    // The truth was cut out of the log by the time span of the trace: printed early, it lost its first lines, and gained others at its end.
    const start = own[0]?.time ?? 0n;
    const end = own.reduce((last, { time }) => (time > last ? time : last), start);
    for (const time of unprinted) expect(time - by < start).toBe(true);
    for (const { time } of strangers) expect(time + by > end || time + by < start).toBe(true);
  });

  it('finds every text of the seventeen logs but eight, which are of traces that are not here', () => {
    const all = logged.map(matched);
    expect(all.reduce((sum, { early }) => sum + early.length, 0)).toBe(3465);
    expect(all.reduce((sum, { strangers }) => sum + strangers.length, 0)).toBe(8);
  });

  it('proves that traces are printed in batches, by the clock of the first of each', () => {
    const anchorOf = ([first]: readonly EtlRecord[]) => (first?.time ?? 0n) - (first?.header.rawTime ?? 0n);
    const anchors = new Set(logged.map(({ file }) => anchorOf(recordsOf(file))));
    const printed = logged.map((row) => {
      const own = anchorOf(recordsOf(row.file));
      return { own, by: own - (matched(row).early[0] ?? 0n) };
    });
    const exact = printed.filter(({ own, by }) => own === by).length;
    const byAnother = printed.filter(({ own, by }) => own !== by && anchors.has(by)).length;
    expect({ exact, byAnother, byOneThatIsNotHere: logged.length - exact - byAnother }).toEqual({
      ...{ exact: 4, byAnother: 4, byOneThatIsNotHere: 9 },
    });
  });
});
