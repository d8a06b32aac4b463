import { closeSync, lstatSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Something that is there already, or that the system would not let us write. */
class Refusal extends Error {}

/** Writes new files and folders under one folder; never follows a link, never writes over what is there. */
export interface OutputFolder {
  /** Makes a folder and those above it. @param names From the output folder down; each the name of one folder. */
  makeFolder(names: readonly string[]): void;
  /** Makes a file, and the folders above it. Where `fill` throws, the file is removed again. */
  writeFile(names: readonly string[], fill: (write: (bytes: Uint8Array) => void) => void): void;
  /** Whether an error says that a file could not be made, and not that something of ours is broken. */
  isRefusal(error: unknown): boolean;
}

/** @throws {Error} If the folder cannot be made. */
export function openOutputFolder(root: string): OutputFolder {
  mkdirSync(root, { recursive: true });
  const known = new Set<string>();

  function makeFolder(names: readonly string[]): void {
    let path = root;
    for (const name of names) {
      path = join(path, checked(name));
      if (known.has(path)) continue;
      refusing(path, () => {
        const there = lstatSync(path, { throwIfNoEntry: false });
        if (there === undefined) mkdirSync(path);
        else if (!there.isDirectory()) throw new Refusal(`${path} is there and is no folder`);
      });
      known.add(path);
    }
  }

  return {
    makeFolder,
    writeFile(names, fill) {
      makeFolder(names.slice(0, -1));
      const path = join(root, ...names.map(checked));
      const descriptor = refusing(path, () => openSync(path, 'wx'));
      let isWhole = false;
      try {
        fill((bytes) => {
          for (let done = 0; done < bytes.length; )
            done += refusing(path, () => writeSync(descriptor, bytes, done, bytes.length - done));
        });
        isWhole = true;
      } finally {
        closeSync(descriptor);
        if (!isWhole) rmSync(path, { force: true });
      }
    },
    isRefusal: (error) => error instanceof Refusal,
  };
}

/** The last gate, whatever the caller made of a name. */
function checked(name: string): string {
  if (name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name))
    throw new Error(`output: ${name} is no name`);
  return name;
}

function refusing<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Refusal(`${path} is there already`, { cause: error });
    if (code !== undefined) throw new Refusal((error as Error).message, { cause: error });
    throw error;
  }
}
