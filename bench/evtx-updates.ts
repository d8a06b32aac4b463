/** The update, WinRE, servicing and restart events of a log as JSON lines: `evtx-updates.mjs <log>`. */
import { writeSync } from 'node:fs';
import * as zlib from 'node:zlib';
import { openEvtx, writeJsonLines } from '../src/formats/evtx/evtx.js';
import { FileSource } from '../src/hosts/node/file-source.js';

/** Update, WinRE, servicing and restart events, as the intake of event logs wants them. */
const WANTED: Readonly<Record<string, readonly number[]>> = {
  'Microsoft-Windows-WindowsUpdateClient': [19, 20, 21, 22, 43, 44],
  'Microsoft-Windows-WinREAgent': [4500, 4501, 4502, 4503, 4504],
  'Microsoft-Windows-Servicing': [1, 2, 3, 4],
  'Microsoft-Windows-Kernel-General': [12, 13],
  'Microsoft-Windows-Kernel-Boot': [27],
  EventLog: [6005, 6006, 6008, 6009],
  User32: [1074],
};

const [log] = process.argv.slice(2);
const source = new FileSource(log);
const crc32 = (zlib as { crc32?: (bytes: Uint8Array) => number }).crc32;
const opened = openEvtx(source, (defect) => process.stderr.write(`${defect.message}\n`), crc32 ? { crc32 } : {});
const select = (provider: string, id: number) => WANTED[provider]?.includes(id) ?? false;
const count = writeJsonLines(opened.records({ select }), (lines) => {
  for (let done = 0; done < lines.length; ) done += writeSome(lines.subarray(done));
});
process.stderr.write(`${count} records\n`);
source.close();

/** Writes to standard output; a pipe whose reader is slow takes nothing for a while. */
function writeSome(bytes: Uint8Array): number {
  try {
    return writeSync(process.stdout.fd, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    return 0;
  }
}
