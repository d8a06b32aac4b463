import type { ByteSource } from '../../bytes/byte-source.js';
import { MEMBERS_MAX } from '../../bytes/limits.js';
import type { Sliceable, SliceReader } from './blob-source.js';

/** A file chosen or dropped. */
export interface GivenFile<Slice> {
  /** Path from the folder that was given, with `/`; the bare name of a file given by itself. */
  readonly path: string;
  readonly blob: Sliceable<Slice>;
}

/** One file given. Nothing of it is read until it is asked for. */
export interface OpenedBlob {
  readonly name: string;
  readonly bytes: ByteSource;
  readonly depth: number;
  readonly beside: ReadonlyMap<string, ByteSource>;
}

/**
 * Opens files chosen or dropped. Those of one folder, and those given by themselves, lie beside one another; where two
 * of them bear one name, as lone files of two machines may, nobody can tell which is meant, and neither is a companion.
 *
 * @returns `leftOut`: paths past the limit on members, which are not opened.
 */
export function openFiles<Slice>(
  given: readonly GivenFile<Slice>[],
  reader: SliceReader<Slice>,
  membersMax = MEMBERS_MAX,
): { readonly files: readonly OpenedBlob[]; readonly leftOut: readonly string[] } {
  const folders = new Map<string, Map<string, ByteSource>>();
  const doubled: { readonly beside: Map<string, ByteSource>; readonly key: string }[] = [];
  const files = given.slice(0, membersMax).map(({ path, blob }): OpenedBlob => {
    const bytes = reader.open(blob, path);
    const nameStart = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, nameStart);
    const beside = folders.get(folder) ?? new Map<string, ByteSource>();
    folders.set(folder, beside);
    const key = path.slice(nameStart).toLowerCase();
    if (beside.has(key)) doubled.push({ beside, key });
    beside.set(key, bytes);
    return { name: path, bytes, depth: 0, beside };
  });
  for (const { beside, key } of doubled) beside.delete(key);
  return { files, leftOut: given.slice(membersMax).map(({ path }) => path) };
}
