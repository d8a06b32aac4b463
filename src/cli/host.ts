import type { MakeHasher } from '../bytes/hasher.js';
import type { OpenedPaths, PathParts } from '../hosts/node/open-paths.js';
import type { OutputFolder } from '../hosts/node/output-folder.js';

export type { OutputFolder } from '../hosts/node/output-folder.js';

/** What a command may do to the outside. Tests hand in one of their own. */
export interface Host {
  /** Results. */
  out(text: string): void;
  /** Results that are UTF-8 already. The bytes are the command's again when it returns. */
  outBytes(bytes: Uint8Array): void;
  /** Everything else. */
  err(text: string): void;
  open(paths: readonly string[]): OpenedPaths;
  /** Parts a path that leads into a file from the file's own. `null` where no file stands on the way. */
  splitAtFile(path: string): PathParts | null;
  /** Makes a folder to extract to. @throws {Error} If it cannot be made. */
  openOutput(path: string): OutputFolder;
  writeFile(path: string, text: string): void;
  readText(path: string): string;
  /** Tag of the person's language from the environment, such as `de-DE`. */
  readonly language: string;
  /** Standard output is a terminal that takes colour. */
  readonly colour: boolean;
  /** Columns of the terminal, 80 where there is none. */
  readonly width: number;
  /** Milliseconds of a clock that only goes forward; for progress, never for a verdict. */
  now(): number;
  readonly makeHasher: MakeHasher;
  /** A CRC-32 faster than ours, if there is one. */
  readonly crc32?: (bytes: Uint8Array) => number;
}

/** Exit codes: scripts rely on them, so a number never changes its meaning. The README lists them. */
export const EXIT = {
  ignore: 0,
  repair: 1,
  usage: 2,
  ask: 3,
  unreadable: 4,
  elsewhere: 5,
  restart: 6,
  ours: 70,
} as const;
