import { headOf } from '../../bytes/byte-source.js';
import { isRegf, openHive, REGF_HEAD_BYTES, writeHiveLines } from '../../formats/regf/regf.js';
import type { OpenedFile } from '../../hosts/node/open-paths.js';
import { plain } from '../../report/plain.js';
import type { Host } from '../host.js';
import { noteTo } from './note-to.js';

/** Endings of the logs of a hive, in the order of their use. */
const LOG_ENDINGS = ['.log1', '.log2', '.log'] as const;

/**
 * Writes a key of a hive, its values and all below it as one JSON object a line. Damage goes to standard error.
 *
 * @returns Whether the key is there.
 * @throws {FormatError} Where the hive cannot be opened.
 */
export function writeKeys({ name, bytes, beside }: OpenedFile, path: string, host: Host): boolean {
  if (!isRegf(headOf(bytes, REGF_HEAD_BYTES))) {
    host.err(`Cannot list keys of ${plain(name)}: it is no registry hive.`);
    return false;
  }
  const stem = name.toLowerCase().split(/[\\/]/).at(-1) ?? '';
  const logs = LOG_ENDINGS.map((ending) => beside?.get(`${stem}${ending}`)).filter((log) => log !== undefined);
  const hive = openHive(bytes, noteTo(host), { logs });
  if (hive.recovery.state === 'dirty-unrecovered') {
    host.err(`${plain(name)} was left in the middle of a write, without its logs: the last changes may be missing.`);
  }
  const key = hive.key(path);
  if (key === null) {
    host.err(`Cannot find the key ${plain(path)} in ${plain(name)}`);
    return false;
  }
  writeHiveLines(hive, key, (lines) => host.outBytes(lines));
  return true;
}
