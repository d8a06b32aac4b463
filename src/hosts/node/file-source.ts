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
      const got = this.#readSome(target, done, offset + done);
      if (got === 0) throw this.#shortOf(target.length, done, offset + done); // the file shrank while it was read
      done += got;
    }
  }

  /** @throws {FormatError} `truncated` where the system cannot read on: a bad sector, a share that went away. */
  #readSome(target: Uint8Array, at: number, offset: number): number {
    try {
      return readSync(this.#descriptor, target, at, target.length - at, offset);
    } catch (error) {
      throw this.#shortOf(target.length, at, offset, error);
    }
  }

  #shortOf(length: number, done: number, sourceOffset: number, cause?: unknown): FormatError {
    const detail = { what: this.#path, sourceOffset, expected: `${length} bytes`, actual: done };
    return new FormatError('truncated', detail, { cause });
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A file behind a small cache, for readers that ask for many small ranges. */
export function openFile(path: string): { readonly source: ByteSource; readonly close: () => void } {
  const file = new FileSource(path);
  return { source: new CachedSource(file, undefined, undefined, 'cheap'), close: () => file.close() };
}
