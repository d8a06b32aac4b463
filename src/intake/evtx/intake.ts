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
    const names = new Names();
    for (const record of log.records()) {
      spans.take(record);
      names.take(record);
      const { provider } = record;
      if (provider !== null && isReadProvider(provider)) intakeEvent(eventOf(record, provider), sink);
    }
    names.tell(sink);
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

/** A log that was forwarded from many machines is none of one machine: more names than this are not told. */
const NAMES_MAX = 8;

/** The names that the machine bore: it is renamed while it is set up, and logs of either name are its own. */
class Names {
  readonly #last = new Map<string, { record: number; ms: number }>();

  take(record: EvtxRecord): void {
    const { computer } = record;
    if (computer === null || computer === '') return;
    const ms = filetimeToMs(record.time);
    const known = this.#last.get(computer);
    if (known === undefined) this.#last.set(computer, { record: record.number, ms });
    else if (ms >= known.ms) {
      known.record = record.number;
      known.ms = ms;
    }
  }

  tell(sink: Sink): void {
    if (this.#last.size > NAMES_MAX) return;
    for (const [computerName, { record, ms }] of this.#last) {
      sink.add(
        'device-identity',
        { computerName, machineGuid: null, diskIds: [] },
        { witness: 'event-log', at: { record }, when: atUtc(ms), quote: `Computer: ${computerName}` },
      );
    }
  }
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
