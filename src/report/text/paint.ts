/** How the parts of a text report are coloured. The caller decides: only a terminal gets colour. */
export interface Paint {
  readonly heading: (line: string) => string;
  readonly strong: (line: string) => string;
  readonly dim: (line: string) => string;
  readonly command: (line: string) => string;
  /** The answer: nothing to do. */
  readonly good: (line: string) => string;
  /** The answer: restart, or cannot tell. */
  readonly caution: (line: string) => string;
  /** The answer: repair. */
  readonly bad: (line: string) => string;
}

const as = (line: string) => line;

export const NO_PAINT: Paint = { heading: as, strong: as, dim: as, command: as, good: as, caution: as, bad: as };
