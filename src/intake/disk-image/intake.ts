import { CachedSource } from '../../bytes/byte-source.js';
import { type DiskMap, openDisk } from '../../formats/disk-map/disk-map.js';
import { startsAsVolume } from '../../formats/disk-map/volume.js';
import { isSdi } from '../../formats/sdi/sdi.js';
import { isVhd } from '../../formats/vhd/vhd.js';
import { isVhdx } from '../../formats/vhdx/vhdx.js';
import type { Artefact, Intake } from '../intake.js';
import { tellLayout } from './layout.js';
import { tellVolumes } from './volumes.js';

/** A disk smaller than this is none. */
const DISK_BYTES_MIN = 1024 * 1024;
const BOOT_SIGNATURE = [0x55, 0xaa];

/** Disk images and lone volumes: how the disk is divided, what the volumes hold, and the files in them that tell of WinRE. */
export const diskImageIntake: Intake = {
  id: 'disk-image',
  recognises: (head, artefact) => isDisk(head, artefact),
  read(artefact, sink) {
    const note = (defect: Parameters<typeof sink.defect>[0]) => sink.defect(defect);
    const map: DiskMap = openDisk(new CachedSource(artefact.bytes), note);
    tellLayout(map, sink);
    tellVolumes(map, artefact, sink);
  },
};

function isDisk(head: Uint8Array, { bytes }: Artefact): boolean {
  if (bytes.size < DISK_BYTES_MIN) return false;
  if (isVhdx(bytes) || isVhd(bytes) || isSdi(bytes) || startsAsVolume(bytes)) return true;
  const signed = BOOT_SIGNATURE.every((byte, index) => head[510 + index] === byte);
  const efi = (at: number) => String.fromCharCode(...head.subarray(at, at + 8)) === 'EFI PART';
  return signed || efi(512) || efi(4096);
}
