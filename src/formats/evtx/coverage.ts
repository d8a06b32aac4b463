import type { EvtxLog } from './log.js';

/** The events by which Windows records that a log was cleared. */
const CLEARED: readonly { readonly provider: string; readonly id: number }[] = [
  { provider: 'Microsoft-Windows-Eventlog', id: 104 }, // any log but Security; written to System
  { provider: 'Microsoft-Windows-Eventlog', id: 1102 }, // Security
];

/** What span a log covers, and where it shows that something is missing. */
export interface EvtxCoverage {
  readonly recordCount: number;
  /** The earliest and the latest event by time; `null` in an empty log. */
  readonly first: EvtxMoment | null;
  readonly last: EvtxMoment | null;
  /** Record ids missing between two neighbours: lost chunks, or events that an export left out. */
  readonly gaps: readonly { readonly after: bigint; readonly before: bigint }[];
  /** Events that say a log was cleared: this one, or the one that `channel` names. */
  readonly clearings: readonly (EvtxMoment & { readonly channel: string | null })[];
  /** Where record ids start over though time goes on. */
  readonly restarts: readonly EvtxMoment[];
}

export interface EvtxMoment {
  readonly recordId: bigint;
  /** FILETIME. */
  readonly time: bigint;
}

/** Gaps and restarts that are listed; a log that has more says nothing more by them. */
const LISTED_MAX = 10_000;

/** Reads through a log once and says what it covers. */
export function evtxCoverage(log: EvtxLog): EvtxCoverage {
  const gaps: { after: bigint; before: bigint }[] = [];
  const restarts: EvtxMoment[] = [];
  const clearings: (EvtxMoment & { channel: string | null })[] = [];
  let recordCount = 0;
  let first: EvtxMoment | null = null;
  let last: EvtxMoment | null = null;
  let previous: EvtxMoment | null = null;
  for (const record of log.records()) {
    const moment = { recordId: record.recordId, time: record.time };
    recordCount++;
    if (first === null || moment.time < first.time) first = moment;
    if (last === null || moment.time > last.time) last = moment;
    if (previous !== null) {
      if (moment.recordId > previous.recordId + 1n && gaps.length < LISTED_MAX) {
        gaps.push({ after: previous.recordId, before: moment.recordId });
      }
      if (moment.recordId < previous.recordId && moment.time >= previous.time && restarts.length < LISTED_MAX) {
        restarts.push(moment);
      }
    }
    previous = moment;
    const id = record.eventId;
    if (CLEARED.some((event) => event.id === id) && record.provider === CLEARED[0].provider) {
      clearings.push({ ...moment, channel: record.value('Channel') ?? record.channel });
    }
  }
  return { recordCount, first, last, gaps, clearings, restarts };
}
