import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type ByteSource, CachedSource, checkRange } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';

/** Fewer than any system lets a process hold; a folder of logs may have thousands of files. */
const OPEN_FILES_MAX = 200;

/** Those that hold a descriptor, the one opened first in front. */
const open = new Set<FileSource>();

/** A file read by range. It gives up its descriptor to others and opens again when it is read. Close it at the end. */
export class FileSource implements ByteSource {
  #descriptor: number | null = null;
  #isClosed = false;
  readonly #path: string;
  readonly size: number;

  /** @throws {Error} as `fs.openSync` does. */
  constructor(path: string) {
    this.#path = path;
    this.size = fstatSync(this.#opened()).size;
  }

  #opened(): number {
    if (this.#descriptor !== null) return this.#descriptor;
    if (this.#isClosed) throw Object.assign(new Error(`Cannot read ${this.#path}: it was closed`), { code: 'EBADF' });
    for (const oldest of open) {
      if (open.size < OPEN_FILES_MAX) break;
      oldest.#release();
    }
    const descriptor = openSync(this.#path, 'r');
    this.#descriptor = descriptor;
    open.add(this);
    return descriptor;
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
      return readSync(this.#opened(), target, at, target.length - at, offset);
    } catch (error) {
      throw this.#shortOf(target.length, at, offset, error);
    }
  }

  #shortOf(length: number, done: number, sourceOffset: number, cause?: unknown): FormatError {
    const detail = { what: this.#path, sourceOffset, expected: `${length} bytes`, actual: done };
    return new FormatError('truncated', detail, { cause });
  }

  #release(): void {
    if (this.#descriptor === null) return;
    closeSync(this.#descriptor);
    this.#descriptor = null;
    open.delete(this);
  }

  close(): void {
    this.#release();
    this.#isClosed = true;
  }
}

/** A file behind a small cache, for readers that ask for many small ranges. */
export function openFile(path: string): { readonly source: ByteSource; readonly close: () => void } {
  const file = new FileSource(path);
  return { source: new CachedSource(file, undefined, undefined, 'cheap'), close: () => file.close() };
}
