/** For tests: runs the command in this process and keeps what it prints. */

import { nodeHost } from '../hosts/node/node-host.js';
import type { Host } from './host.js';
import { run } from './main.js';

export interface CommandRun {
  readonly code: number;
  readonly bytes: Uint8Array;
  readonly out: string;
  readonly err: string;
}

/** @param argv As after `winre-doctor`. */
export async function runCommand(...argv: string[]): Promise<CommandRun> {
  const parts: Uint8Array[] = [];
  let err = '';
  const host: Host = {
    ...nodeHost(),
    out: (text) => void parts.push(new TextEncoder().encode(text)),
    outBytes: (bytes) => void parts.push(bytes.slice()),
    err: (text) => {
      err += `${text}\n`;
    },
    colour: false,
    width: 80,
  };
  const code = await run(argv, host);
  const bytes = new Uint8Array(Buffer.concat(parts));
  return { code, bytes, out: new TextDecoder().decode(bytes), err };
}

/** The lines of a list, each an object. */
export function linesOf({ out }: CommandRun): Record<string, string | number>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
