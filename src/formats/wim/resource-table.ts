import type { ByteSource } from '../../bytes/byte-source.js';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError } from '../../bytes/format-error.js';
import { RESOURCE, RESOURCE_FLAG, type ResourceHeader, readResourceHeader } from './resource-header.js';

/** Offsets in one entry of the resource table, in bytes. */
const ENTRY = {
  resource: 0, //     resource header
  partNumber: 24, //  u16
  useCount: 26, //    u32
  sha1: 30, //        20 bytes, of the unpacked bytes
  size: 50,
} as const;
const FLAGS_AT = ENTRY.resource + RESOURCE.flags;
const UNPACKED_SIZE_AT = ENTRY.resource + RESOURCE.unpackedSize;
export const SHA1_SIZE = 20;
/** Unpacked size by which an entry of a solid run says that it is the packed resource, not a blob in it. */
const SOLID_MARK = 0x1_0000_0000n;
/** A table is held whole in memory, in bytes: ten million files. */
const TABLE_SIZE_MAX = 512 * 1024 * 1024;

/** Places looked at for one SHA-1. Honest ones are as good as random and need a handful. */
const TRIES_MAX = 256;

/** A packed resource that blobs share, and where its unpacked bytes begin in its run. */
export interface SolidPart {
  readonly offset: number;
  readonly packedSize: number;
}

/** Unpacked bytes that files refer to by their SHA-1. */
export interface WimBlob {
  /** Number in the resource table, from 0. */
  readonly index: number;
  readonly resource: ResourceHeader;
  readonly sha1: string;
  readonly isMetadata: boolean;
  /** The packed resources that hold it and its neighbours; `null` where it has its own. */
  readonly solidRun: readonly SolidPart[] | null;
}

/** The resource table: every blob of a WIM, found by number or by SHA-1. */
export class ResourceTable {
  readonly count: number;
  readonly #view: ByteView;
  readonly #runs: { readonly firstIndex: number; readonly parts: SolidPart[] }[] = [];
  /** Numbers of entries plus one, placed by the first bytes of their SHA-1, which are as good as random. */
  #places: Uint32Array | undefined;
  /** Entries that a table made to be crowded leaves no place for. */
  readonly #crowded = new Map<string, number>();

  /**
   * @param bytes The table, unpacked.
   * @param sourceOffset Where it stands in the file.
   * @throws {FormatError} `over-limit`
   */
  constructor(bytes: ByteSource, sourceOffset: number) {
    if (bytes.size > TABLE_SIZE_MAX) {
      const expected = `<= ${TABLE_SIZE_MAX}`;
      throw new FormatError('over-limit', { what: 'wim.resourceTable', sourceOffset, expected, actual: bytes.size });
    }
    this.count = Math.floor(bytes.size / ENTRY.size);
    this.#view = new ByteView(bytes.read(0, this.count * ENTRY.size), sourceOffset);
    this.#readRuns();
  }

  /** Reads the entry with this number. @throws {FormatError} `over-limit` for sizes past 2^53 - 1. */
  blob(index: number): WimBlob {
    const at = index * ENTRY.size;
    const resource = readResourceHeader(this.#view, at + ENTRY.resource, 'wim.resourceTable.entry');
    return {
      index,
      resource,
      sha1: hexOf(this.#view.bytes, at + ENTRY.sha1),
      isMetadata: (resource.flags & RESOURCE_FLAG.metadata) !== 0,
      solidRun: (resource.flags & RESOURCE_FLAG.solid) !== 0 ? this.#runOf(index) : null,
    };
  }

  /** Every blob in use, in the order of the table. Entries for free room and for solid resources are left out. */
  *blobs(): Generator<WimBlob> {
    for (let index = 0; index < this.count; index++) {
      const flags = this.#flags(index);
      if ((flags & RESOURCE_FLAG.free) !== 0 && (flags & RESOURCE_FLAG.metadata) === 0) continue;
      if (!this.#isSolidPart(index)) yield this.blob(index);
    }
  }

  /** The number of the entry whose SHA-1 stands in `bytes` at `offset`; -1 for none. */
  indexOf(bytes: Uint8Array, offset: number): number {
    this.#places ??= this.#place();
    const mask = this.#places.length - 1;
    let place = hashOf(bytes, offset) & mask;
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const index = this.#places[place] - 1;
      if (index < 0) return -1;
      if (equal(this.#view.bytes, index * ENTRY.size + ENTRY.sha1, bytes, offset)) return index;
      place = (place + 1) & mask;
    }
    return this.#crowded.get(hexOf(bytes, offset)) ?? -1;
  }

  /** Unpacked size of an entry, in bytes. */
  unpackedSize(index: number): number {
    const { resource } = this.blob(index);
    return resource.flags & RESOURCE_FLAG.solid ? resource.packedSize : resource.unpackedSize;
  }

  #flags(index: number): number {
    return this.#view.u8(index * ENTRY.size + FLAGS_AT);
  }

  #isSolidPart(index: number): boolean {
    if ((this.#flags(index) & RESOURCE_FLAG.solid) === 0) return false;
    return this.#view.bits64(index * ENTRY.size + UNPACKED_SIZE_AT) === SOLID_MARK;
  }

  /** A run is one or more packed resources, then the blobs in them. */
  #readRuns(): void {
    let open = false; // whether a further resource still belongs to the run in hand
    for (let index = 0; index < this.count; index++) {
      const isPart = this.#isSolidPart(index);
      if (isPart) {
        if (!open) this.#runs.push({ firstIndex: index, parts: [] });
        const { resource } = this.blob(index);
        this.#runs[this.#runs.length - 1].parts.push({ offset: resource.offset, packedSize: resource.packedSize });
      }
      open = isPart;
    }
  }

  #runOf(index: number): readonly SolidPart[] {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#runs[middle].firstIndex <= index) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? [] : this.#runs[low - 1].parts;
  }

  #place(): Uint32Array {
    let size = 16;
    while (size < this.count * 2) size *= 2;
    const places = new Uint32Array(size);
    for (let index = 0; index < this.count; index++) {
      if (this.#isSolidPart(index)) continue;
      const at = index * ENTRY.size + ENTRY.sha1;
      let place = hashOf(this.#view.bytes, at) & (size - 1);
      let tries = 0;
      while (places[place] !== 0 && tries < TRIES_MAX) {
        place = (place + 1) & (size - 1);
        tries++;
      }
      if (tries < TRIES_MAX) places[place] = index + 1;
      else this.#crowded.set(hexOf(this.#view.bytes, at), index);
    }
    return places;
  }
}

function hashOf(bytes: Uint8Array, offset: number): number {
  return bytes[offset] | (bytes[offset + 1] << 8) | (bytes[offset + 2] << 16) | (bytes[offset + 3] << 24);
}

function equal(a: Uint8Array, aOffset: number, b: Uint8Array, bOffset: number): boolean {
  for (let i = 0; i < SHA1_SIZE; i++) if (a[aOffset + i] !== b[bOffset + i]) return false;
  return true;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The SHA-1 that stands at `offset`, as lower-case hex. */
export function hexOf(bytes: Uint8Array, offset: number): string {
  let text = '';
  for (let i = 0; i < SHA1_SIZE; i++) text += HEX[bytes[offset + i]];
  return text;
}
