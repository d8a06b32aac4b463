/** Names that no file may bear on Windows, or that lead elsewhere on any system, made into ones that it may. */

const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]/g;
/** Halves of surrogate pairs that stand alone. */
const BROKEN = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Devices, whatever follows the first dot. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
/** What a file system takes, 255 bytes, at three bytes a unit. */
const NAME_UNITS_MAX = 85;

/** A path from a container as names to write under a folder; never empty, never upwards, never a drive. */
export function safePath(path: string): string[] {
  const names = path.split(/[\\/]/).filter((name) => name !== '' && name !== '.' && name !== '..');
  return names.length === 0 ? ['_'] : names.map(safeName);
}

/** @returns The name itself where nothing is wrong with it. */
function safeName(name: string): string {
  let safe = name
    .replace(BROKEN, '\ufffd')
    .replace(FORBIDDEN, '_')
    .replace(/[. ]+$/, (end) => '_'.repeat(end.length));
  if (RESERVED.test(safe)) safe = `_${safe}`;
  return safe.slice(0, NAME_UNITS_MAX).replace(BROKEN, '_');
}
