import type { UpdateEvent } from '../../evidence/kinds/updates.js';
import { readKb } from '../../formats/cbs-log/cbs-log.js';
import {
  type CmTraceLine,
  readCmProgress,
  readCmTargeted,
  readCmTraceLine,
} from '../../formats/cmtrace-log/cmtrace-log.js';
import type { Line } from '../../formats/text/text.js';
import { readUpdateReport, type UpdateReport } from '../../formats/update-report/update-report.js';
import { readUpdateMention, readWindowsUpdateLine } from '../../formats/windows-update-log/windows-update-log.js';
import type { LogIntake, LogReading, TextSink } from '../intake.js';
import { coverWith, isFailure, readingOf, whenOf } from '../log-reading.js';

/** Titles remembered by update. */
const TITLES_MAX = 5000;

/** Reads ReportingEvents.log, WindowsUpdate.log and the update logs of Configuration Manager. */
export const updateLog: LogIntake = {
  id: 'update-log',
  needles: [
    '[agent_',
    'report event: ',
    'content install',
    'software synchronization',
    ', updateid = {',
    'installing starting for update',
    'loghistory called for',
    'progress: status = cistate',
    ') articleid (',
  ],
  begin: (sink) => new UpdateReading(sink),
};

/** States of an update in Configuration Manager that say something happened. */
const STATES: Readonly<Record<string, UpdateEvent['what']>> = {
  ciStateError: 'install-failed',
  ciStateInstalled: 'install-succeeded',
  ciStateInstallComplete: 'install-succeeded',
  ciStatePendingSoftReboot: 'restart-required',
  ciStatePendingHardReboot: 'restart-required',
};

class UpdateReading implements LogReading {
  readonly #sink: TextSink;
  readonly #titles = new Map<string, { title: string; kb: string | null }>();
  /** Configuration Manager repeats a state while it lasts. */
  readonly #states = new Map<string, string>();
  #reports = 0;

  constructor(sink: TextSink) {
    this.#sink = sink;
  }

  line(line: Line): void {
    const report = readUpdateReport(line.text);
    if (report !== null) this.#report(line, report);
    else if (line.text.includes('<![LOG[')) this.#cmTrace(line);
    else this.#mention(line);
  }

  end(first: Line | null, last: Line | null): void {
    // Only a log of reports is a history: in others an update may come and go unnamed.
    const isReport = (line: Line | null) => line !== null && readUpdateReport(line.text) !== null;
    if (this.#reports > 1 && (isReport(first) || isReport(last))) {
      coverWith(this.#sink, 'update-history', first, last);
    }
  }

  #report(line: Line, report: UpdateReport): void {
    this.#reports++;
    this.#sink.claim(line.number, line.number);
    const known = this.#titles.get(report.updateId ?? '');
    const title = report.title ?? known?.title ?? null;
    const isBad = report.event.endsWith('-failed');
    this.#sink.add(
      'update-event',
      {
        what: report.event,
        kb: (title === null ? null : readKb(title)) ?? known?.kb ?? null,
        title,
        updateId: report.updateId,
        code: isBad && isFailure(report.code) ? report.code : null,
        count: report.count,
      },
      readingOf('update-log', line, whenOf(report.stamp)),
    );
  }

  #cmTrace(line: Line): void {
    const entry = readCmTraceLine(line.text);
    if (entry === null) return;
    this.#sink.claim(line.number, line.number);
    const targeted = readCmTargeted(entry.message);
    if (targeted !== null) this.#remember(targeted.updateId, targeted.title, targeted.kb);
    else this.#progress(line, entry);
  }

  #progress(line: Line, entry: CmTraceLine): void {
    const progress = readCmProgress(entry.message);
    const what = progress === null ? undefined : STATES[progress.state];
    if (progress === null || this.#states.get(progress.updateId) === progress.state) return;
    if (this.#states.size >= TITLES_MAX) this.#states.clear();
    this.#states.set(progress.updateId, progress.state);
    if (what === undefined) return;
    const known = this.#titles.get(progress.updateId);
    this.#sink.add(
      'update-event',
      {
        what,
        kb: known?.kb ?? null,
        title: known?.title ?? null,
        updateId: progress.updateId,
        code: isFailure(progress.code) ? progress.code : null,
        count: null,
      },
      readingOf('update-log', line, whenOf(entry.stamp)),
    );
  }

  #mention(line: Line): void {
    const entry = readWindowsUpdateLine(line.text);
    const mention = entry === null ? null : readUpdateMention(entry.message);
    if (entry === null || mention === null) return;
    this.#sink.claim(line.number, line.number);
    if (mention.what === 'title') {
      this.#remember(mention.updateId, mention.title, readKb(mention.title));
      return;
    }
    const known = this.#titles.get(mention.updateId);
    const code = mention.what === 'install-finished' ? mention.code : null;
    this.#sink.add(
      'update-event',
      {
        what:
          mention.what === 'install-started' ? mention.what : code === null ? 'install-succeeded' : 'install-failed',
        kb: known?.kb ?? null,
        title: known?.title ?? null,
        updateId: mention.updateId,
        code,
        count: null,
      },
      readingOf('update-log', line, whenOf(entry.stamp)),
    );
  }

  #remember(updateId: string, title: string, kb: string | null): void {
    if (this.#titles.size < TITLES_MAX) this.#titles.set(updateId, { title, kb });
  }
}
