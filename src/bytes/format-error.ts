/** What can be wrong with bytes. Stable words: tests and reports rely on them, never on the message. */
export type FormatFault =
  | 'truncated'
  | 'bad-magic'
  | 'bad-checksum'
  | 'bad-range'
  | 'cycle'
  | 'over-limit'
  | 'unsupported';

export interface FormatErrorDetail {
  /** Structure and field, as `format.md` names them: `gpt.entry.lastLba`. */
  readonly what: string;
  /** Offset from the start of the source, in bytes. */
  readonly sourceOffset: number;
  readonly expected?: string | number | undefined;
  readonly actual?: string | number | undefined;
}

/** The input is damaged, hostile, or of a kind we do not read. A mistake of ours is a plain `Error`. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly fault: FormatFault;
  readonly detail: FormatErrorDetail;

  constructor(fault: FormatFault, detail: FormatErrorDetail, options?: ErrorOptions) {
    const { what, sourceOffset, expected, actual } = detail;
    const wish = expected === undefined ? '' : `, expected ${expected}, found ${actual}`;
    super(`Cannot read ${what} at 0x${sourceOffset.toString(16)}: ${fault}${wish}`, options);
    this.fault = fault;
    this.detail = detail;
  }
}

/** Told of each defect that reading went on past. A strict caller passes one that throws. */
export type Note = (defect: FormatError) => void;

/** A `Note` for a strict caller: the first defect ends the reading. */
export const strict: Note = (defect) => {
  throw defect;
};
