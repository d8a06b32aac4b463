import type { WinReSpaceCheck } from '../../evidence/kinds/winre.js';
import type { ReAgentMessage } from '../../formats/reagent-log/reagent-log.js';
import type { WinReAgentMessage } from '../../formats/winreagent-log/winreagent-log.js';
import type { Reading, Sink } from '../intake.js';

const NOTHING: WinReSpaceCheck = {
  totalBytes: null,
  freeBytes: null,
  imageBytes: null,
  targetImageBytes: null,
  requiredBytes: null,
  scenario: null,
  refusal: null,
  disk: null,
  partition: null,
};

type Measured = Extract<ReAgentMessage, { readonly what: 'partition' }>;

/** Joins what the engine writes about one check over several lines: measures, need, scenario, refusal. */
export class SpaceChecks {
  readonly #sink: Sink;
  #check: WinReSpaceCheck | null = null;
  #reading: Reading | null = null;
  #tried: { partition: Measured; imageBytes: number | null; reading: Reading } | null = null;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** A message of servicing. */
  add(message: WinReAgentMessage, reading: Reading): void {
    const { space, scenario, refusal } = message;
    if (space === null && scenario === null && refusal === null) {
      if (message.step === 'commit-start' || message.version?.role === 'installed') this.flush();
      return;
    }
    if (space !== null && space.totalBytes !== null) this.flush(); // a new check begins with what was measured
    const before = this.#check ?? NOTHING;
    this.#check = {
      ...before,
      purpose: 'servicing',
      totalBytes: space?.totalBytes ?? before.totalBytes,
      freeBytes: space?.freeBytes ?? before.freeBytes,
      imageBytes: space?.imageBytes ?? before.imageBytes,
      targetImageBytes: space?.targetImageBytes ?? before.targetImageBytes,
      requiredBytes: space?.requiredBytes ?? before.requiredBytes,
      scenario: scenario ?? before.scenario,
      refusal: refusal ?? before.refusal,
    };
    this.#reading ??= reading;
  }

  /** A message of the search for a place for the image. */
  place(message: ReAgentMessage, reading: Reading): void {
    if (message.what === 'partition' && message.number !== null) {
      this.#looked(message, reading);
    } else if (message.what === 'partition') {
      this.#tried = { partition: message, imageBytes: null, reading };
    } else if (message.what === 'image-size' && this.#tried !== null) {
      this.#tried.imageBytes = message.bytes;
    } else if (message.what === 'required-free' && this.#tried !== null) {
      const { partition, imageBytes, reading: readAt } = this.#tried;
      this.#sink.add(
        'winre-space-check',
        {
          ...NOTHING,
          purpose: 'placement',
          offsetBytes: partition.offsetBytes,
          totalBytes: partition.totalBytes,
          freeBytes: partition.freeBytes,
          imageBytes,
          requiredBytes: message.bytes,
        },
        readAt,
      );
      this.#tried = null;
    }
  }

  /** Tells the check that is under way. */
  flush(): void {
    if (this.#check !== null && this.#reading !== null) this.#sink.add('winre-space-check', this.#check, this.#reading);
    this.#check = null;
    this.#reading = null;
  }

  /** A partition that is looked at, before any is tried. */
  #looked({ number, offsetBytes, freeBytes, totalBytes }: Measured, reading: Reading): void {
    this.#sink.add(
      'winre-space-check',
      { ...NOTHING, purpose: 'placement', partition: number, offsetBytes, freeBytes, totalBytes },
      reading,
    );
  }
}
