/** What `winre-doctor inspect --ls` does with an NTFS volume, names only, and nothing else: `ntfs-paths.mjs <volume>`. */
import { writeSync } from 'node:fs';
import { openNtfs } from '../src/formats/ntfs/ntfs.js';
import { FileSource } from '../src/hosts/node/file-source.js';

const LINES_AT_ONCE = 20_000;

const source = new FileSource(process.argv[2]);
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
source.close();
