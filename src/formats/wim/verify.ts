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
  /** Chunks of the integrity table that were checked; `null` where the WIM has none, or it cannot be read. */
  readonly integrityChunkCount: number | null;
}

/**
 * Unpacks everything in a WIM and compares it with its SHA-1s.
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
): WimVerdict {
  const blobs = [...wim.table.blobs()].sort(byPlace);
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
    integrityChunkCount: checkIntegrity(wim, makeHasher, note),
  };
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
