import type { ByteView } from '../../bytes/byte-view.js';

/** Offsets in a reparse point, in bytes. */
const REPARSE = { tag: 0x00, dataSize: 0x04, data: 0x08 } as const;
/** Offsets in the data of links, in bytes; names are counted from behind these. */
const LINK = {
  targetAt: 0x00,
  targetSize: 0x02,
  printAt: 0x04,
  printSize: 0x06,
  mountPointNames: 8,
  symlinkNames: 12,
} as const;
/** Offsets in the data of a file that WOF compressed, in bytes. */
const WOF = { version: 0x00, provider: 0x04, fileVersion: 0x08, algorithm: 0x0c, size: 0x10 } as const;
const WOF_PROVIDER_WIM = 1;
const WOF_PROVIDER_FILE = 2;

/** @source MS-FSCC 2.1.2.1. */
const TAG_NAMES: Readonly<Record<number, string>> = {
  2684354563: 'mount-point',
  2684354572: 'symlink',
  2147483671: 'wof',
  2147483656: 'wim',
  2147483655: 'single-instance',
  2147483667: 'deduplicated',
  2147483658: 'dfs',
  2147483666: 'dfs-replication',
  2147483668: 'nfs',
  2147483672: 'container-layer',
  2147483675: 'app-execution-alias',
  2147483681: 'onedrive',
  2147483683: 'unix-socket',
  2684354589: 'linux-symlink',
  2415919132: 'projected',
  3221225476: 'hierarchical-storage',
};
const CLOUD_TAG_MASK = 0xffff_0fff; // bits 12 to 15 number the cloud provider
const CLOUD_TAG = 0x9000_001a;

export type WofAlgorithm = 'xpress4k' | 'lzx' | 'xpress8k' | 'xpress16k';
const WOF_ALGORITHMS: readonly WofAlgorithm[] = ['xpress4k', 'lzx', 'xpress8k', 'xpress16k'];

export interface ReparsePoint {
  readonly tag: number;
  /** What the tag means, or `unknown`. */
  readonly kind: string;
  /** Where a mount point or symlink leads, as stored: `\??\C:\x` or a relative path. */
  readonly target?: string;
  /** How the file is compressed; `null` where its content lies in a WIM. */
  readonly wof?: WofAlgorithm | null;
}

/** The name of a reparse tag, or `unknown`. */
export function reparseKind(tag: number): string {
  if ((tag & CLOUD_TAG_MASK) >>> 0 === CLOUD_TAG) return 'cloud-file';
  return TAG_NAMES[tag] ?? 'unknown';
}

/**
 * Reads a reparse point.
 *
 * @throws {FormatError} `truncated`; `unsupported` for a WOF version, provider or algorithm that is not known.
 * @source MS-FSCC 2.1.2; wofapi.h for WOF.
 */
export function readReparsePoint(view: ByteView): ReparsePoint {
  view.need(0, REPARSE.data, 'ntfs.reparse');
  const tag = view.u32(REPARSE.tag);
  const kind = reparseKind(tag);
  const data = view.slice(REPARSE.data, view.u16(REPARSE.dataSize), 'ntfs.reparse.data');
  if (kind === 'mount-point') return { tag, kind, target: readTarget(data, LINK.mountPointNames) };
  if (kind === 'symlink') return { tag, kind, target: readTarget(data, LINK.symlinkNames) };
  if (kind === 'wof') return { tag, kind, wof: readWof(data) };
  return { tag, kind };
}

function readTarget(data: ByteView, namesAt: number): string {
  data.need(0, namesAt, 'ntfs.reparse.link');
  const size = data.u16(LINK.targetSize);
  const at = namesAt + data.u16(LINK.targetAt);
  data.need(at, size, 'ntfs.reparse.target');
  return data.utf16Whole(at, Math.floor(size / 2));
}

function readWof(data: ByteView): WofAlgorithm | null {
  data.need(0, WOF.fileVersion, 'ntfs.reparse.wof');
  if (data.u32(WOF.version) !== 1) {
    throw data.error('unsupported', 'ntfs.reparse.wof.version', WOF.version, 1, data.u32(WOF.version));
  }
  const provider = data.u32(WOF.provider);
  if (provider === WOF_PROVIDER_WIM) return null;
  if (provider !== WOF_PROVIDER_FILE) {
    throw data.error('unsupported', 'ntfs.reparse.wof.provider', WOF.provider, '1 or 2', provider);
  }
  data.need(0, WOF.size, 'ntfs.reparse.wof');
  const algorithm = WOF_ALGORITHMS[data.u32(WOF.algorithm)];
  if (data.u32(WOF.fileVersion) !== 1 || algorithm === undefined) {
    throw data.error('unsupported', 'ntfs.reparse.wof.algorithm', WOF.algorithm, '0 to 3', data.u32(WOF.algorithm));
  }
  return algorithm;
}
