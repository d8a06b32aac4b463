import { type ByteSource, readInto } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import type { Hasher } from '../../bytes/hasher.js';
import type { TreeNode } from '../../formats/tree/tree.js';
import type { Host } from '../host.js';

const STEP_BYTES = 1024 * 1024;
/** More than any file that evidence holds; a few bytes of a hostile volume can claim a sparse file of exabytes. */
const CONTENT_BYTES_MAX = 1024 * 1024 * 1024 * 1024;

/**
 * Hands on a file's bytes piece by piece.
 *
 * @throws {FormatError} Where they cannot be read; `bad-checksum` at the end where they are not those that the container
 *   says they are: then everything was handed on.
 */
export function copyOut(node: TreeNode, write: (bytes: Uint8Array) => void, { makeHasher }: Host): void {
  const expected = node.sha1;
  const hasher = expected === null ? null : makeHasher('sha1');
  copyBytes(node.open(), write, hasher);
  const actual = hasher?.digest() ?? null;
  if (actual !== expected) {
    const detail = {
      what: `content of ${node.name}`,
      sourceOffset: 0,
      expected: `SHA-1 ${expected}`,
      actual: `${actual}`,
    };
    throw new FormatError('bad-checksum', detail);
  }
}

/** Reads all of a source through one buffer. @throws {FormatError} `over-limit` for more than any honest file has. */
export function copyBytes(source: ByteSource, write: (bytes: Uint8Array) => void, hasher: Hasher | null): void {
  if (source.size > CONTENT_BYTES_MAX) {
    const detail = { what: 'content', sourceOffset: 0, expected: `<= ${CONTENT_BYTES_MAX}`, actual: source.size };
    throw new FormatError('over-limit', detail);
  }
  const kept = new Uint8Array(Math.min(STEP_BYTES, source.size));
  for (let at = 0; at < source.size; at += kept.length) {
    const part = kept.subarray(0, Math.min(kept.length, source.size - at));
    readInto(source, at, part);
    hasher?.update(part);
    write(part);
  }
}
