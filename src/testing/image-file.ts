/** Disk images for tests: too large to hold in memory, so they are unpacked to sparse files and read by range. */
import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type ByteSource, checkRange } from '../bytes/byte-source.js';
import { CORPUS } from './shared.js';

/** A file read by range, which counts what was read. */
export class ImageFile implements ByteSource {
  readonly path: string;
  readonly size: number;
  readonly #descriptor: number;
  /** Bytes handed out so far. */
  bytesRead = 0;

  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, 'r');
    this.size = fstatSync(this.#descriptor).size;
  }

  read(offset: number, length: number): Uint8Array {
    checkRange(this, offset, length);
    const bytes = new Uint8Array(length);
    let done = 0;
    while (done < length) {
      const count = readSync(this.#descriptor, bytes, done, length - done, offset + done);
      if (count === 0) throw new Error(`${this.path} ended early`);
      done += count;
    }
    this.bytesRead += length;
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A folder that is removed with all in it once `use` is done. */
export function withScratch<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'winre-doctor-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Unpacks a corpus image to a sparse file, hands it to `use`, and removes it again. */
export function withCorpusImage<T>(path: string, use: (image: ImageFile) => T): T {
  if (CORPUS === null) throw new Error('The corpus is not here');
  const packed = join(CORPUS, path);
  if (!packed.endsWith('.zst')) return withOpen(packed, use);
  return withScratch((folder) => {
    const file = join(folder, basename(path, '.zst'));
    const run = spawnSync('zstd', ['-dq', '--sparse', packed, '-o', file]);
    if (run.status !== 0) throw new Error(`zstd could not unpack ${path}: ${run.stderr}`);
    return withOpen(file, use);
  });
}

function withOpen<T>(file: string, use: (image: ImageFile) => T): T {
  const image = new ImageFile(file);
  try {
    return use(image);
  } finally {
    image.close();
  }
}
