/** Unpacks everything in a cabinet and checks it: `cab-tasks.mjs <cab>`. */
import { createHash } from 'node:crypto';
import { strict } from '../src/bytes/format-error.js';
import { openCab, verifyCab } from '../src/formats/cab/cab.js';
import { FileSource } from '../src/hosts/node/file-source.js';

const [file, option] = process.argv.slice(2);
const cab = openCab(new FileSource(file), strict);
if (option === '--md5') {
  // As cabextract -t does: an MD5 of every file.
  let list = '';
  for (const each of cab.files) {
    const bytes = cab.open(each);
    const hash = createHash('md5');
    for (let at = 0; at < bytes.size; at += 1 << 20) hash.update(bytes.read(at, Math.min(1 << 20, bytes.size - at)));
    list += `${each.name} ${hash.digest('hex')}\n`;
  }
  process.stdout.write(list);
} else process.stdout.write(`${verifyCab(cab, strict).soundCount} sound\n`);
