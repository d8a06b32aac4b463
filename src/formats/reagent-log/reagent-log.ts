/** What the messages of ReAgent.log say, and of the same lines that setup and servicing leave in their own logs. */

export type ReAgentMessage =
  | { readonly what: 'command'; readonly verb: string }
  /** A call of the API behind reagentc has returned. */
  | { readonly what: 'exit'; readonly api: string; readonly ok: boolean; readonly error: number }
  | { readonly what: 'installed'; readonly installed: boolean }
  | {
      readonly what: 'installed-at';
      readonly disk: number;
      readonly partition: number;
      readonly path: string;
    }
  /** A volume as it was measured, in bytes. */
  | {
      readonly what: 'partition';
      readonly number: number | null;
      readonly offsetBytes: number;
      readonly freeBytes: number;
      readonly totalBytes: number;
    }
  /** The size of the image for which a place is looked for. */
  | { readonly what: 'image-size'; readonly bytes: number }
  /** How much must be free for it, on the partition named just before. */
  | { readonly what: 'required-free'; readonly bytes: number }
  /** Which kind of partition is tried next, in the words of the log. */
  | { readonly what: 'option'; readonly option: string }
  | { readonly what: 'boot-entry'; readonly id: string };

const COMMAND = /Executing command line:\s*"?(?:[^"\s]*\\)?reagentc(?:\.exe)?"?\s+[/-]([a-z]+)/i;
const EXIT = /^Exit (\w+)\b(.*)$/;
const RETURN_VALUE = /return value: (\d+)(?:, last error: 0x([0-9a-f]+))?/i;
const RETURN_CODE = /error code: 0x([0-9a-f]{1,8})/i;
const INSTALLED_AT = /WinRE is installed at: (\\\\\?\\GLOBALROOT\\device\\harddisk(\d+)\\partition(\d+)(\\\S*)?)/i;
const PARTITION = /^Partition number: (\d+), offset: (\d+), free space: (\d+), total space: (\d+)/i;
const DETAILS = /Partition details: \{Offset: (\d+), Free space: (\d+), Total space: (\d+)\}/i;
const BOOT_ENTRY = /WinRE created BCD entry:[\s:]*\{([0-9a-f-]{36})\}/i;

/** Reads one message; `null` for those that say nothing of use. */
export function readReAgentMessage(message: string): ReAgentMessage | null {
  const text = message.trim();
  const at = INSTALLED_AT.exec(text);
  if (at !== null) {
    return { what: 'installed-at', disk: Number(at[2]), partition: Number(at[3]), path: at[4] ?? '' };
  }
  if (/^WinRE is installed\.?$/i.test(text)) return { what: 'installed', installed: true };
  if (/^WinRE is (?:not installed|disabled)\.?$/i.test(text)) return { what: 'installed', installed: false };
  return readMeasures(text) ?? readCalls(text);
}

function readMeasures(text: string): ReAgentMessage | null {
  const partition = PARTITION.exec(text);
  if (partition !== null) {
    const [number, offsetBytes, freeBytes, totalBytes] = partition.slice(1).map(Number);
    return isVolume(freeBytes, totalBytes) ? { what: 'partition', number, offsetBytes, freeBytes, totalBytes } : null;
  }
  const details = DETAILS.exec(text);
  if (details !== null) {
    const [offsetBytes, freeBytes, totalBytes] = details.slice(1).map(Number);
    if (!isVolume(freeBytes, totalBytes)) return null;
    return { what: 'partition', number: null, offsetBytes, freeBytes, totalBytes };
  }
  const image = /WinRE WIM size: (\d{1,15})\b/i.exec(text);
  if (image !== null) return { what: 'image-size', bytes: Number(image[1]) };
  const required = /MeetPartitionRequirements Required free space: (\d{1,15})\b/i.exec(text);
  return required === null ? null : { what: 'required-free', bytes: Number(required[1]) };
}

/** Numbers that a volume can have: free no more than there is, and below what a double holds exactly. */
function isVolume(freeBytes: number, totalBytes: number): boolean {
  return Number.isSafeInteger(totalBytes) && freeBytes <= totalBytes;
}

function readCalls(text: string): ReAgentMessage | null {
  const command = COMMAND.exec(text);
  if (command !== null) return { what: 'command', verb: command[1].toLowerCase() };
  const option = /^-*Search target partition option #\d+: (.{1,80})$/.exec(text);
  if (option !== null) return { what: 'option', option: option[1].trim() };
  const entry = BOOT_ENTRY.exec(text);
  if (entry !== null) return { what: 'boot-entry', id: entry[1].toLowerCase() };
  const exit = EXIT.exec(text);
  if (exit === null) return null;
  const value = RETURN_VALUE.exec(exit[2]);
  if (value !== null) {
    // 1 is TRUE, and then the last error is a leftover of something else
    const ok = value[1] !== '0';
    return { what: 'exit', api: exit[1], ok, error: ok ? 0 : Number.parseInt(value[2] ?? '0', 16) };
  }
  const code = RETURN_CODE.exec(exit[2]);
  if (code === null) return null;
  const error = Number.parseInt(code[1], 16);
  return { what: 'exit', api: exit[1], ok: error === 0, error };
}
