import type { CoverageSubject } from '../../evidence/model.js';
import type { When } from '../../evidence/when.js';
import type { Sink } from '../intake.js';
import type { EventRecord } from './event.js';

/** A log with so many records of so many sources was not filtered before it was exported. */
const WHOLE_RECORDS_MIN = 40;
const WHOLE_PROVIDERS_MIN = 6;

const SUBJECTS: Readonly<Record<string, readonly CoverageSubject[]>> = {
  system: ['update-events', 'winre-events', 'restarts'],
  application: ['installer-events'],
  'microsoft-windows-windowsupdateclient/operational': ['update-events'],
};

/** Says that a whole log of `channel` was read from its first record to its last. */
export function coverChannel(channel: string, from: When, to: When, sink: Sink): void {
  for (const subject of SUBJECTS[channel.trim().toLowerCase()] ?? []) sink.cover(subject, from, to);
}

interface Channel {
  records: number;
  readonly providers: Set<string>;
  first: When | null;
  last: When | null;
}

/** What the records of one log tell together: whose log it is, and which span it covers. */
export class LogSummary {
  readonly #channels = new Map<string, Channel>();
  #newest: { computer: string; when: When | null; event: EventRecord } | null = null;

  take(event: EventRecord): void {
    const name = event.channel ?? '';
    const channel = this.#channels.get(name) ?? { records: 0, providers: new Set<string>(), first: null, last: null };
    this.#channels.set(name, channel);
    channel.records++;
    channel.providers.add(event.provider);
    const { when } = event;
    if (when !== null) {
      if (channel.first === null || when.fromMs < channel.first.fromMs) channel.first = when;
      if (channel.last === null || when.toMs > channel.last.toMs) channel.last = when;
    }
    const isNewer = this.#newest?.when == null || (when !== null && when.toMs >= this.#newest.when.toMs);
    // A machine is renamed while it is set up: the newest name is its name.
    if (event.computer !== null && event.computer !== '' && isNewer)
      this.#newest = { computer: event.computer, when, event };
  }

  /** Tells the machine's name, and the span of each log that was exported whole. */
  finish(sink: Sink): void {
    if (this.#newest !== null) {
      const { computer, event } = this.#newest;
      sink.add(
        'device-identity',
        { computerName: computer, machineGuid: null, diskIds: [] },
        { witness: 'event-log', at: event.at, path: event.path, quote: `Computer: ${computer}` },
      );
    }
    for (const [name, { records, providers, first, last }] of this.#channels) {
      if (records < WHOLE_RECORDS_MIN || providers.size < WHOLE_PROVIDERS_MIN || first === null || last === null)
        continue;
      coverChannel(name, first, last, sink);
    }
  }
}
