import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type ByteSource, CachedSource, checkRange } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';

/** A file read by range through its descriptor. Close it when the work is done. */
export class FileSource implements ByteSource {
  readonly #descriptor: number;
  readonly #path: string;
  readonly size: number;

  /** @throws {Error} as `fs.openSync` does. */
  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'r');
    this.size = fstatSync(this.#descriptor).size;
  }

  read(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    this.readInto(offset, bytes);
    return bytes;
  }

  readInto(offset: number, target: Uint8Array): void {
    const { length } = target;
    checkRange(this, offset, length);
    let done = 0;
    while (done < length) {
      const got = readSync(this.#descriptor, target, done, length - done, offset + done);
      // A file that shrank while it was read, or a bad sector.
      if (got === 0)
        throw new FormatError('truncated', {
          what: this.#path,
          sourceOffset: offset + done,
          expected: `${length} bytes`,
          actual: done,
        });
      done += got;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A file behind a small cache, for readers that ask for many small ranges. */
export function openFile(path: string): { readonly source: ByteSource; readonly close: () => void } {
  const file = new FileSource(path);
  return { source: new CachedSource(file), close: () => file.close() };
}
