import { type ByteSource, headOf } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { isSdi, openSdi } from '../sdi/sdi.js';
import { isVhd, openVhd } from '../vhd/vhd.js';
import { isVhdx, openVhdx } from '../vhdx/vhdx.js';

export type DiskContainer = 'raw' | 'vhd' | 'vhdx' | 'sdi';

export interface OpenedContainer {
  readonly container: DiskContainer;
  /** The bytes of the disk, or of the volume in a boot image. */
  readonly disk: ByteSource;
  /** In bytes, where the container states it. */
  readonly sectorSize: number | undefined;
}

/** Letters of other containers and where they stand: known, and not read. */
const OTHERS: readonly { readonly name: string; readonly at: number; readonly letters: string }[] = [
  { name: 'qcow2', at: 0, letters: 'QFI\u00fb' },
  { name: 'vmdk', at: 0, letters: 'KDMV' },
  { name: 'vmdk descriptor', at: 0, letters: '# Disk DescriptorFile' },
  { name: 'vdi', at: 0x40, letters: '\u007f\u0010\u00da\u00be' },
  { name: 'iso', at: 0x8001, letters: 'CD001' },
  { name: 'udf', at: 0x8001, letters: 'BEA01' },
  { name: 'ewf', at: 0, letters: 'EVF\t\r\n\u00ff' },
];
const HEAD_SIZE = 0x8010;

/**
 * Opens what holds a disk; a file in no known container is the disk itself.
 *
 * @throws {FormatError} `unsupported` (`disk.container`) for one that is known and not read; what a VHD, VHDX or SDI throws.
 */
export function openContainer(source: ByteSource, note: Note): OpenedContainer {
  if (isVhdx(source)) {
    const { disk, metadata } = openVhdx(source, note);
    return { container: 'vhdx', disk, sectorSize: metadata.logicalSectorSize };
  }
  if (isVhd(source)) return { container: 'vhd', disk: openVhd(source, note).disk, sectorSize: 512 };
  if (isSdi(source)) return { container: 'sdi', disk: openSdi(source).disk, sectorSize: 512 };
  const head = new ByteView(headOf(source, HEAD_SIZE));
  for (const { name, at, letters } of OTHERS) {
    if (head.size >= at + letters.length && latin1(head, at, letters.length) === letters) {
      const detail = { what: 'disk.container', sourceOffset: at, expected: 'raw, VHD or VHDX', actual: name };
      throw new FormatError('unsupported', detail);
    }
  }
  return { container: 'raw', disk: source, sectorSize: undefined };
}

function latin1(view: ByteView, at: number, length: number): string {
  return String.fromCharCode(...view.bytes.subarray(at, at + length));
}
