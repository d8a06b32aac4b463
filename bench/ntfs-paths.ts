/** What `winre-doctor inspect --ls` does with an NTFS volume, names only, and nothing else: `ntfs-paths.mjs <volume>`. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { ByteSource } from '../src/bytes/byte-source.js';
import { openNtfs } from '../src/formats/ntfs/ntfs.js';

const LINES_AT_ONCE = 20_000;

const descriptor = openSync(process.argv[2], 'r');
const source: ByteSource = {
  size: fstatSync(descriptor).size,
  read(offset, length) {
    const bytes = new Uint8Array(length);
    readSync(descriptor, bytes, 0, length, offset);
    return bytes;
  },
};
const tree = openNtfs(source, (defect) => process.stderr.write(`${defect.message}\n`)).tree();
let lines: string[] = [];
const flush = () => {
  writeSync(process.stdout.fd, `${lines.join('\n')}\n`);
  lines = [];
};
for (let link = 0; link < tree.linkCount; link++) {
  const path = tree.pathOf(link);
  if (path !== null) lines.push(path);
  if (lines.length === LINES_AT_ONCE) flush();
}
flush();
closeSync(descriptor);
