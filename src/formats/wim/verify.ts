import { FormatError, type Note } from '../../bytes/format-error.js';
import type { MakeHasher } from '../../bytes/hasher.js';
import { verifyIntegrity } from './integrity.js';
import type { WimBlob } from './resource-table.js';
import type { Wim } from './wim.js';

export interface WimVerdict {
  /** Blobs that were unpacked and hashed, and how many of them came out as their SHA-1 says. */
  readonly blobCount: number;
  readonly soundCount: number;
  readonly unpackedBytes: number;
  /** Chunks of the integrity table that were checked, by the first share; `null` where the WIM has none, or it cannot be read. */
  readonly integrityChunkCount: number | null;
}

/** One part of the work, for hosts that divide it between workers, each with the file open for itself. */
export interface WimShare {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/**
 * Unpacks everything in a WIM, or a share of it, and compares it with its SHA-1s.
 *
 * @param note Told of each damaged blob: `wim.blob` with `bad-checksum`, or what kept it from being unpacked.
 * @param progress Told of the unpacked bytes done.
 * @throws {FormatError} Where the resource table cannot be read.
 */
export function verifyWim(
  wim: Wim,
  makeHasher: MakeHasher,
  note: Note,
  progress: (unpackedBytes: number) => void = () => {},
  share: WimShare = { index: 0, count: 1 },
): WimVerdict {
  const blobs = shareOf([...wim.table.blobs()].sort(byPlace), wim, share);
  let soundCount = 0;
  let unpackedBytes = 0;
  for (const blob of blobs) {
    try {
      const hasher = makeHasher('sha1');
      for (const part of wim.partsOf(blob)) {
        hasher.update(part);
        unpackedBytes += part.length;
      }
      const actual = hasher.digest();
      if (actual === blob.sha1) soundCount++;
      else {
        const sourceOffset = blob.resource.offset;
        note(new FormatError('bad-checksum', { what: 'wim.blob', sourceOffset, expected: blob.sha1, actual }));
      }
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      note(error);
    }
    progress(unpackedBytes);
  }
  return {
    blobCount: blobs.length,
    soundCount,
    unpackedBytes,
    integrityChunkCount: share.index === 0 ? checkIntegrity(wim, makeHasher, note) : null,
  };
}

/** The blobs of one share: neighbours, so that solid chunks are unpacked by one worker, and about equally many bytes in each. */
function shareOf(blobs: readonly WimBlob[], wim: Wim, { index, count }: WimShare): readonly WimBlob[] {
  if (count === 1) return blobs;
  const sizes = blobs.map((blob) => wim.table.unpackedSize(blob.index));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let start = 0;
  return blobs.filter((_, at) => {
    const owner = total === 0 ? 0 : Math.min(count - 1, Math.floor((start / total) * count));
    start += sizes[at];
    return owner === index;
  });
}

/** Blobs in the order they lie in the file, those of a solid run together: so each chunk is unpacked once. */
function byPlace(a: WimBlob, b: WimBlob): number {
  const start = (blob: WimBlob) => blob.solidRun?.[0]?.offset ?? blob.resource.offset;
  return start(a) - start(b) || a.resource.offset - b.resource.offset;
}

function checkIntegrity(wim: Wim, makeHasher: MakeHasher, note: Note): number | null {
  try {
    return verifyIntegrity(wim.source, wim.header, makeHasher, note);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    note(error);
    return null;
  }
}
