/**
 * Writes `src/codecs/samples/packed.json`: the made contents as wimlib packs them, one chunk each. Run by hand where
 * wimlib-imagex is installed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { MemorySource } from '../src/bytes/byte-source.js';
import { strict } from '../src/bytes/format-error.js';
import { CONTENTS } from '../src/codecs/samples/contents.js';
import { openWim } from '../src/formats/wim/wim.js';

const SOLID_HEAD_SIZE = 16 + 4; // of a solid resource of one chunk
const KINDS = [
  { codec: 'xpress', chunkSize: 4096, args: ['--compress=XPRESS', '--chunk-size=4K'] },
  { codec: 'xpress', chunkSize: 65536, args: ['--compress=XPRESS', '--chunk-size=64K'] },
  { codec: 'lzx', chunkSize: 32768, args: ['--compress=LZX'] },
  { codec: 'lzx', chunkSize: 131072, args: ['--compress=LZX', '--chunk-size=128K'] },
  { codec: 'lzms', chunkSize: 131072, args: ['--solid', '--solid-chunk-size=128K'] },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'codec-samples-'));
const samples: unknown[] = [];
for (const [name, make] of Object.entries(CONTENTS)) {
  for (const { codec, chunkSize, args } of KINDS) {
    const size = Math.min(chunkSize, 9000);
    const input = join(folder, 'in');
    rmSync(input, { recursive: true, force: true });
    mkdirSync(input);
    writeFileSync(join(input, 'content'), make(size));
    const file = join(folder, 'out.wim');
    rmSync(file, { force: true });
    execFileSync('wimlib-imagex', ['capture', input, file, ...args], { stdio: 'ignore' });
    const wim = openWim(new MemorySource(new Uint8Array(readFileSync(file))), strict);
    const stream = wim.find(1, 'content')?.data;
    if (stream == null) throw new Error(`no ${name}`);
    const blob = wim.table.blob(stream.blobIndex);
    const own = blob.resource;
    const part = blob.solidRun?.[0];
    const packed =
      part === undefined
        ? wim.source.read(own.offset, own.packedSize)
        : wim.source.read(part.offset + SOLID_HEAD_SIZE, part.packedSize - SOLID_HEAD_SIZE);
    if (packed.length >= size) continue; // stored
    samples.push({
      content: name,
      codec,
      chunkSize,
      unpackedSize: size,
      packed: Buffer.from(packed).toString('base64'),
    });
  }
}
for (const [content, make] of Object.entries(CONTENTS)) {
  const size = 9000;
  for (const [name, options] of Object.entries({
    dynamic: { level: 9 },
    fixed: { strategy: constants.Z_FIXED },
    stored: { level: 0 },
  })) {
    const packed = Buffer.concat([Buffer.from('CK'), deflateRawSync(make(size), options)]).toString('base64');
    samples.push({ content, codec: `mszip`, chunkSize: 32768, kind: name, unpackedSize: size, packed });
  }
}
rmSync(folder, { recursive: true });
writeFileSync(join(import.meta.dirname, '../src/codecs/samples/packed.json'), `${JSON.stringify(samples, null, 1)}\n`);
