import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import * as zlib from 'node:zlib';
import { makeHasher } from './hasher.js';
import { openPaths, splitAtFile } from './open-paths.js';
import { openOutputFolder } from './output-folder.js';

/** Node has a CRC-32 of its own since 20.15 and 22.2; the types of 20 do not know of it. */
const fastCrc32 = (zlib as { readonly crc32?: (bytes: Uint8Array) => number }).crc32;

const encoder = new TextEncoder();

/** The host of a command run in Node: standard streams, files, the environment. */
export function nodeHost() {
  const { env, stdout } = process;
  return {
    out: (text: string) => writeAll(1, encoder.encode(text)),
    outBytes: (bytes: Uint8Array) => writeAll(1, bytes),
    err: (text: string) => writeAll(2, encoder.encode(`${text}\n`)),
    open: openPaths,
    splitAtFile,
    openOutput: openOutputFolder,
    writeFile: (path: string, text: string) => writeFileSync(path, text),
    readText: (path: string) => readFileSync(path, 'utf8'),
    language: (env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en').split('.')[0].replace('_', '-'),
    colour: stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb',
    width: stdout.isTTY === true ? (stdout.columns ?? 80) : 80,
    now: () => performance.now(),
    makeHasher,
    ...(fastCrc32 === undefined ? {} : { crc32: fastCrc32 }),
  };
}

/** Writes all of the bytes, also to a pipe that takes it piece by piece. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EAGAIN') continue;
      if (code === 'EPIPE') return; // the reader has what it wanted
      throw error;
    }
  }
}
