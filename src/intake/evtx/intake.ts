import { filetimeToMs } from '../../bytes/filetime.js';
import { atUtc, type When } from '../../evidence/when.js';
import { type EvtxRecord, isEvtx, openEvtx } from '../../formats/evtx/evtx.js';
import { coverChannel, type EventRecord, intakeEvent, isReadProvider } from '../event-log/intake.js';
import type { Intake, Sink } from '../intake.js';

/** A log with more breaks in its numbering than this was filtered when it was exported, and covers nothing. */
const BREAKS_MAX = 16;

/** Binary event logs. Records of providers that nobody asks for are only counted and timed. */
export const evtxIntake: Intake = {
  id: 'evtx',
  recognises: (head) => isEvtx(head),
  read(artefact, sink) {
    const log = openEvtx(artefact.bytes, (defect) => sink.defect(defect));
    const spans = new Spans();
    let newest: EvtxRecord | null = null;
    let identity: { readonly computer: string; readonly record: number } | null = null;
    for (const record of log.records()) {
      spans.take(record);
      if (newest === null || record.time >= newest.time) {
        newest = record;
        const { computer } = record; // a machine is renamed while it is set up: the newest name is its name
        if (computer !== null && computer !== '') identity = { computer, record: record.number };
      }
      const { provider } = record;
      if (provider !== null && isReadProvider(provider)) intakeEvent(eventOf(record, provider), sink);
    }
    if (identity !== null) {
      sink.add(
        'device-identity',
        { computerName: identity.computer, machineGuid: null, diskIds: [] },
        { witness: 'event-log', at: { record: identity.record }, quote: `Computer: ${identity.computer}` },
      );
    }
    spans.cover(sink);
  },
};

function eventOf(record: EvtxRecord, provider: string): EventRecord {
  return {
    provider,
    id: record.eventId ?? -1,
    when: atUtc(filetimeToMs(record.time)),
    channel: record.channel,
    computer: record.computer,
    data: record.data(),
    message: null,
    at: { record: record.number },
  };
}

/** The stretches of one channel without a gap in the numbering: what was read, and so what "absent" may speak of. */
class Spans {
  readonly #spans: { from: number; to: number }[] = [];
  #last: bigint | null = null;
  #channel: string | null = null;

  take(record: EvtxRecord): void {
    const id = record.recordId;
    const ms = filetimeToMs(record.time);
    const follows = this.#last !== null && id === this.#last + 1n;
    const span = this.#spans.at(-1);
    if (!follows || span === undefined) {
      this.#spans.push({ from: ms, to: ms });
    } else {
      span.from = Math.min(span.from, ms);
      span.to = Math.max(span.to, ms);
    }
    this.#last = id;
    this.#channel ??= record.channel;
  }

  cover(sink: Sink): void {
    if (this.#channel === null || this.#spans.length > BREAKS_MAX) return;
    const when = (ms: number): When => atUtc(ms);
    for (const { from, to } of this.#spans) coverChannel(this.#channel, when(from), when(to), sink);
  }
}
