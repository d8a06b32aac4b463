import { accessSync, closeSync, constants, lstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type ByteSource, MemorySource, readInto } from '../../bytes/byte-source.js';
import { MEMBERS_MAX } from '../../bytes/limits.js';
import { openFile } from './file-source.js';

/** One file, opened when it is first read and closed when the process ends or `closeAll` is called. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: ByteSource;
  readonly depth: number;
  readonly beside: ReadonlyMap<string, ByteSource>;
}

export interface OpenedPaths {
  readonly files: readonly OpenedFile[];
  /** Paths that could not be opened, with what the system said. */
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  readonly closeAll: () => void;
}

/** A path that leads into a file: `disk.vhdx/partition 4/x` is `disk.vhdx`, and inside it `partition 4/x`. */
export interface PathParts {
  readonly file: string;
  readonly inside: string;
}

/** Parts a path at the first file on the way. `null` where there is none: then it is a folder, or nothing. */
export function splitAtFile(path: string): PathParts | null {
  for (let at = path.length; at > 0; at = Math.max(path.lastIndexOf('/', at - 1), path.lastIndexOf('\\', at - 1))) {
    const file = path.slice(0, at);
    const kind = kindOf(file);
    if (kind === 'folder') return null;
    if (kind === 'file') return { file, inside: path.slice(at + 1) };
  }
  return null;
}

function kindOf(path: string): 'file' | 'folder' | null {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return null; // also below a file, which the system calls an error of its own
  }
}

/**
 * Opens files and folders with all that is in them. Links inside folders are not followed. `-` is standard input.
 *
 * @param filesMax Files that are opened; what lies beyond is named among the failed.
 */
export function openPaths(paths: readonly string[], filesMax = MEMBERS_MAX): OpenedPaths {
  const files: OpenedFile[] = [];
  const failed: { name: string; why: string }[] = [];
  const closers: (() => void)[] = [];
  const besides = new Map<string, Map<string, ByteSource>>();

  /** What cannot be opened costs itself only. */
  const trying = (name: string, act: () => void) => {
    try {
      act();
    } catch (error) {
      failed.push({ name, why: messageOf(error) });
    }
  };
  const addFile = (path: string) => {
    closeSync(openSync(path, 'r')); // told now, not when the first byte is asked for
    const lazy = lazyFile(path, (close) => closers.push(close));
    const folder = dirname(path);
    const beside = besides.get(folder) ?? new Map<string, ByteSource>();
    besides.set(folder, beside.set(basename(path).toLowerCase(), lazy));
    files.push({ name: path, bytes: lazy, depth: 0, beside });
  };
  const addPiped = (name: string, from: string | number) =>
    files.push({ name, bytes: new MemorySource(new Uint8Array(readFileSync(from))), depth: 0, beside: new Map() });
  const addFolder = (path: string) => {
    const folders = [path];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      const here = folder;
      trying(here, () => {
        for (const entry of readdirSync(here, { withFileTypes: true })) {
          const inner = join(here, entry.name);
          if (entry.isDirectory()) folders.push(inner);
          else if (entry.isFile() && files.length < filesMax) trying(inner, () => addFile(inner));
          else if (entry.isFile()) throw new Error(`only the first ${filesMax} files are read`);
        }
      });
    }
  };

  for (const path of paths) {
    if (path === '-') {
      trying('stdin', () => addPiped('stdin', 0));
      continue;
    }
    trying(path, () => {
      const stat = statSync(path);
      if (stat.isDirectory()) return addFolder(path);
      if (stat.isFIFO()) return addPiped(path, path);
      addCompanions(path, besides, (close) => closers.push(close));
      addFile(path);
    });
  }
  const closeAll = () => {
    for (const close of closers.splice(0)) close();
  };
  return { files, failed, closeAll };
}

/** A lone file may need what lies beside it, such as a hive's logs: those are there to be asked for, and are no sources. */
function addCompanions(
  path: string,
  besides: Map<string, Map<string, ByteSource>>,
  onOpen: (close: () => void) => void,
): void {
  const folder = dirname(path);
  const stem = basename(path).toLowerCase();
  const beside = besides.get(folder) ?? new Map<string, ByteSource>();
  for (const name of readdirSync(folder)) {
    const lower = name.toLowerCase();
    if (lower !== stem && lower.startsWith(stem) && lstatSync(join(folder, name)).isFile()) {
      beside.set(lower, lazyFile(join(folder, name), onOpen));
    }
  }
  besides.set(folder, beside);
}

/** Holds no descriptor until it is read: a folder may hold more files than a process may open. */
function lazyFile(path: string, onOpen: (close: () => void) => void): ByteSource {
  accessSync(path, constants.R_OK); // said when it is named, not when it is read
  const size = statSync(path).size;
  let opened: ByteSource | null = null;
  const source = (): ByteSource => {
    if (opened === null) {
      const file = openFile(path);
      opened = file.source;
      onOpen(file.close);
    }
    return opened;
  };
  return {
    size,
    read: (offset, length) => source().read(offset, length),
    readInto: (offset, target) => readInto(source(), offset, target),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
