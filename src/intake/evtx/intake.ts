import { filetimeToMs } from '../../bytes/filetime.js';
import { atUtc, type When } from '../../evidence/when.js';
import { type EvtxOptions, type EvtxRecord, isEvtx, openEvtx } from '../../formats/evtx/evtx.js';
import { coverChannel, type EventRecord, intakeEvent, isReadProvider } from '../event-log/intake.js';
import type { Artefact, Intake, Sink } from '../intake.js';

/** A log with more breaks in its numbering than this was filtered when it was exported, and covers nothing. */
const BREAKS_MAX = 16;

/** Providers that are remembered. A real log has some hundreds; each record of a hostile one may name another. */
const PROVIDERS_MAX = 4096;

/**
 * Binary event logs. Records of providers that nobody asks for are only counted and timed.
 *
 * @param options What the host does faster.
 */
export function evtxIntake(options: EvtxOptions = {}): Intake {
  return { id: 'evtx', recognises: (head) => isEvtx(head), read: (artefact, sink) => read(artefact, sink, options) };
}

function read(artefact: Artefact, sink: Sink, options: EvtxOptions): void {
  const log = openEvtx(artefact.bytes, (defect) => sink.defect(defect), options);
  const spans = new Spans();
  const readProviders = new ReadProviders();
  const names = new Names();
  for (const record of log.records()) {
    const ms = filetimeToMs(record.time);
    spans.take(record, ms);
    names.take(record, ms);
    const { provider } = record;
    if (provider !== null && readProviders.has(provider)) intakeEvent(new LoggedEvent(record, provider), sink);
  }
  names.tell(sink);
  spans.cover(sink);
}

/** Which providers are read, asked once for each name: a log has few names and many records. */
class ReadProviders {
  readonly #known = new Map<string, boolean>();

  has(provider: string): boolean {
    let known = this.#known.get(provider);
    if (known === undefined) {
      if (this.#known.size >= PROVIDERS_MAX) this.#known.clear();
      known = isReadProvider(provider);
      this.#known.set(provider, known);
    }
    return known;
  }
}

/** A record as `intakeEvent` wants it: most are told apart by their id, and nothing else of them is decoded. */
class LoggedEvent implements EventRecord {
  readonly #record: EvtxRecord;
  readonly provider: string;
  readonly message = null;
  #data: EventRecord['data'] | null = null;

  constructor(record: EvtxRecord, provider: string) {
    this.#record = record;
    this.provider = provider;
  }

  get id(): number {
    return this.#record.eventId ?? -1;
  }

  get when(): When {
    return atUtc(filetimeToMs(this.#record.time));
  }

  get channel(): string | null {
    return this.#record.channel;
  }

  get computer(): string | null {
    return this.#record.computer;
  }

  get data(): EventRecord['data'] {
    this.#data ??= this.#record.data();
    return this.#data;
  }

  get at(): EventRecord['at'] {
    return { record: this.#record.number };
  }
}

/** A log that was forwarded from many machines is none of one machine: more names than this are not told. */
const NAMES_MAX = 8;

/** The names that the machine bore: it is renamed while it is set up, and logs of either name are its own. */
class Names {
  readonly #last = new Map<string, { record: number; ms: number }>();

  take(record: EvtxRecord, ms: number): void {
    if (this.#last.size > NAMES_MAX) return;
    const { computer } = record;
    if (computer === null || computer === '') return;
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

  take(record: EvtxRecord, ms: number): void {
    const id = record.recordId;
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
