import type { PrintedTime } from '../text/text.js';

export interface EventDatum {
  /** `null` where the record does not name it; the order is then that of the record. */
  readonly name: string | null;
  readonly value: string;
}

/** One event record as printed. */
export interface PrintedEvent {
  readonly provider: string;
  readonly id: number;
  readonly time: PrintedTime | null;
  /** `null` where the form does not show it. */
  readonly channel: string | null;
  readonly computer: string | null;
  /** EventRecordID. */
  readonly record: number | null;
  /** Empty where only the message shows them. */
  readonly data: readonly EventDatum[];
  /** Rendered, in the language of the system; may be cut off by a table. */
  readonly message: string | null;
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}
