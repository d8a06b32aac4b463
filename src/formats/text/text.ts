/** One line of text. */
export interface Line {
  /** Number from 1, as an editor counts. */
  readonly number: number;
  /** Without its line end. */
  readonly text: string;
}
