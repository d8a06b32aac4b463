/** What the two implementations of inflate have in common: memory that blocks are unpacked into. */
export interface InflateEngine {
  readonly implementation: 'kernel' | 'plain';
  /** Unpacked bytes, at least as many as were asked for when the engine was made. */
  readonly buffer: Uint8Array;
  /**
   * Unpacks one deflate stream from `input[skip]` into `buffer` from `start` to `end`. Matches reach back to `buffer[0]`.
   *
   * @throws {FormatError} As `BlockDecoder.decode`; `bad-range` also where the stream holds fewer bytes, or more.
   */
  inflate(input: Uint8Array, skip: number, start: number, end: number): void;
}
