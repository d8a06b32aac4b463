import { ByteView } from '../../bytes/byte-view.js';
import { NIL_GUID, readGuid } from '../../bytes/guid.js';

/** Offsets in a device element, in bytes. Oddities: format.md, "Devices". */
const ELEMENT = {
  options: 0x00, // GUID of the object with the device's options; nil without
  device: 0x10,
} as const;

/** Offsets in a device. */
const DEVICE = {
  type: 0x00, // u32
  size: 0x08, // u32, of the whole device
  data: 0x10,
} as const;

/** Offsets in a device that is a partition. */
const PARTITION = {
  id: 0x10, //     GUID, or u64 offset on the disk in bytes
  scheme: 0x24, // u32
  disk: 0x28, //   GUID, or u32 signature
  sizeMin: 0x38,
} as const;
const SCHEME_GPT = 0;
const SCHEME_MBR = 1;

/** Offsets in a device that is an image file loaded into memory. */
const RAMDISK = {
  fileSize: 0x2c, // u32, of the description of the file, which starts at `file`
  file: 0x28,
  parent: 0x34, //   the device that the file lies on
} as const;

const TYPE = { block: 0, boot: 5, partition: 6, locate: 8 } as const;
const BLOCK_RAMDISK = 3;

/** Where something that is booted lies. */
export type BcdDevice =
  | { readonly kind: 'gpt-partition'; readonly diskId: string; readonly partitionId: string }
  /** `diskId`: the signature as decimal. `offsetBytes`: where the partition starts. */
  | { readonly kind: 'mbr-partition'; readonly diskId: string; readonly offsetBytes: number }
  /** An image file on `parent`. `optionsId`: the object that says more. */
  | { readonly kind: 'ramdisk'; readonly parent: BcdDevice; readonly path: string; readonly optionsId: string | null }
  /** Whatever the machine was booted from. */
  | { readonly kind: 'boot' }
  /** Whichever volume has the file that another element names. */
  | { readonly kind: 'locate' }
  /** Of a kind that is not read. */
  | { readonly kind: 'other'; readonly type: number };

/**
 * Reads a device element.
 *
 * @throws {FormatError} `truncated`; `unsupported` for a partition of neither GPT nor MBR; `over-limit`.
 */
export function readBcdDevice(bytes: Uint8Array): BcdDevice {
  const view = new ByteView(bytes);
  view.need(0, ELEMENT.device + DEVICE.data, 'bcd.device');
  const options = readGuid(view, ELEMENT.options);
  const type = view.u32(ELEMENT.device);
  if (type !== TYPE.block) return readPlain(view, ELEMENT.device, type);

  const at = ELEMENT.device;
  view.need(at, RAMDISK.parent + DEVICE.data, 'bcd.ramdisk');
  if (view.u32(at + DEVICE.data) !== BLOCK_RAMDISK) return { kind: 'other', type };
  const parentType = view.u32(at + RAMDISK.parent);
  const parentSize = view.u32(at + RAMDISK.parent + DEVICE.size);
  const pathStart = at + RAMDISK.parent + parentSize;
  const pathEnd = at + RAMDISK.file + view.u32(at + RAMDISK.fileSize);
  view.need(pathStart, pathEnd - pathStart, 'bcd.ramdisk.path');
  return {
    kind: 'ramdisk',
    parent: readPlain(view, at + RAMDISK.parent, parentType),
    path: view.utf16(pathStart, (pathEnd - pathStart) >> 1),
    optionsId: options === NIL_GUID ? null : options,
  };
}

/** A device that does not lie on another. */
function readPlain(view: ByteView, at: number, type: number): BcdDevice {
  if (type === TYPE.boot) return { kind: 'boot' };
  if (type === TYPE.locate) return { kind: 'locate' };
  if (type !== TYPE.partition) return { kind: 'other', type };
  view.need(at, PARTITION.sizeMin, 'bcd.partition');
  const scheme = view.u32(at + PARTITION.scheme);
  if (scheme === SCHEME_GPT) {
    const diskId = readGuid(view, at + PARTITION.disk);
    return { kind: 'gpt-partition', diskId, partitionId: readGuid(view, at + PARTITION.id) };
  }
  if (scheme !== SCHEME_MBR) {
    throw view.error('unsupported', 'bcd.partition.scheme', at + PARTITION.scheme, '0 or 1', scheme);
  }
  const offsetBytes = view.u64(at + PARTITION.id, 'bcd.partition.offset');
  return { kind: 'mbr-partition', diskId: String(view.u32(at + PARTITION.disk)), offsetBytes };
}

/** A device as `bcdedit` would print it where it had no letters. */
export function showBcdDevice(device: BcdDevice): string {
  switch (device.kind) {
    case 'gpt-partition':
      return `partition={${device.partitionId}}`;
    case 'mbr-partition':
      return `partition=${device.diskId}:${device.offsetBytes}`;
    case 'ramdisk':
      return `ramdisk=[${showBcdDevice(device.parent)}]${device.path}`;
    case 'other':
      return `unknown (type ${device.type})`;
    default:
      return device.kind;
  }
}
