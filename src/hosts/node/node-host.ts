import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { makeHasher } from './hasher.js';
import { openPaths } from './open-paths.js';

/** The host of a command run in Node: standard streams, files, the environment. */
export function nodeHost() {
  const { env, stdout } = process;
  return {
    out: (text: string) => writeAll(1, text),
    err: (text: string) => writeAll(2, `${text}\n`),
    open: openPaths,
    writeFile: (path: string, text: string) => writeFileSync(path, text),
    readText: (path: string) => readFileSync(path, 'utf8'),
    language: (env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en').split('.')[0].replace('_', '-'),
    colour: stdout.isTTY === true && env.NO_COLOR === undefined && env.TERM !== 'dumb',
    width: stdout.isTTY === true ? (stdout.columns ?? 80) : 80,
    now: () => performance.now(),
    makeHasher,
  };
}

/** Writes all of a text, also to a pipe that takes it piece by piece. */
function writeAll(descriptor: number, text: string): void {
  const bytes = new TextEncoder().encode(text);
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
