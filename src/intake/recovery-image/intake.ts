import { type ByteSource, headOf, MemorySource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import type { MakeHasher } from '../../bytes/hasher.js';
import type { WinReImage } from '../../evidence/kinds/winre.js';
import { readPeVersion } from '../../formats/pe/pe.js';
import { isWim, openWim, type Wim, type WimImageInfo } from '../../formats/wim/wim.js';
import type { Intake, Sink } from '../intake.js';

/** Files that carry the level of a recovery image, the one that Microsoft's scripts read first. @source GetWinReVersion.ps1 */
const LEVEL_FILES = [
  '\\Windows\\System32\\winpeshl.exe',
  '\\sources\\recovery\\bootmenuux.dll',
  '\\Windows\\System32\\bootmenuux.dll',
];
const HEAD_BYTES = 256;
/** The files that carry the level are far smaller; a larger one is read in part and not verified. */
const LEVEL_FILE_BYTES_MAX = 16 * 1024 * 1024;

/** A lone recovery image: its level by the files inside it. */
export const recoveryImageIntake: Intake = {
  id: 'wim',
  recognises: (head) => isWim(head),
  read: (artefact, sink) => readRecoveryImage(artefact.bytes, { place: 'unknown', path: null, isActive: true }, sink),
};

export interface ImagePlace {
  readonly place: WinReImage['place'];
  /** Where the image lies inside the artefact; `null` for a lone file. */
  readonly path: string | null;
  /** Whether its level is the level of the device: not that of a copy for later, or for undoing. */
  readonly isActive: boolean;
}

/**
 * Tells what a recovery image is: there, readable, and of which level. Only the file's table and the one small
 * file that carries the level are read.
 */
export function readRecoveryImage(source: ByteSource, place: ImagePlace, sink: Sink): void {
  const path = place.path ?? undefined;
  const at = { byte: 0, length: Math.min(HEAD_BYTES, source.size) };
  const image = (state: WinReImage['state'], quote: string) =>
    sink.add(
      'winre-image',
      { state, place: place.place, path: place.path, sizeBytes: source.size },
      { witness: 'disk-structure', at, path, quote },
    );
  try {
    if (!isWim(headOf(source, HEAD_BYTES))) {
      image('corrupt', 'no WIM header');
      return;
    }
    const wim = openWim(source, (defect) => sink.defect(defect));
    const info = recoveryImageIn(wim);
    if (info === null) return; // installation media, not a recovery image
    const level = levelOf(wim, info.index, sink.makeHasher);
    image('present', `${info.name ?? 'image'} ${info.index}, ${source.size} bytes`);
    if (!place.isActive) return;
    if (level !== null) {
      const quote = `${level.file} ${level.version}`;
      sink.add(
        'winre-version',
        { version: level.version, shownBy: 'file-in-image' },
        { witness: 'image-file', at, path: inside(path, level.file), quote },
      );
    }
    const { version } = info;
    if (version !== null && version.servicePackBuild !== null) {
      const text = `${version.major}.${version.minor}.${version.build}.${version.servicePackBuild}`;
      sink.add(
        'winre-version',
        { version: text, shownBy: 'image-metadata' },
        { witness: 'image-metadata', at, path, quote: `VERSION ${text}` },
      );
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    sink.defect(error);
    if (error.fault !== 'unsupported') image('corrupt', error.message);
  }
}

function inside(path: string | undefined, file: string): string {
  return `${path ?? ''}${file.replaceAll('\\', '/')}`;
}

/** The image that is WinRE: Windows PE by its edition, or by the file that starts it. */
function recoveryImageIn(wim: Wim): WimImageInfo | null {
  const { images } = wim;
  return (
    images.find((one) => one.editionId === 'WindowsPE' || one.installationType === 'WindowsPE') ??
    images.find((one) => wim.find(one.index, LEVEL_FILES[0]) !== null) ??
    null
  );
}

function levelOf(
  wim: Wim,
  index: number,
  makeHasher: MakeHasher | undefined,
): { readonly file: string; readonly version: string } | null {
  for (const file of LEVEL_FILES) {
    const entry = wim.find(index, file);
    if (entry === null) continue;
    // The level may prove an answer: it is taken from bytes whose SHA-1 is that of the image's table.
    const bytes =
      makeHasher === undefined || entry.size > LEVEL_FILE_BYTES_MAX
        ? wim.open(entry)
        : new MemorySource(wim.readVerified(entry, makeHasher));
    const version = readPeVersion(bytes)?.fileVersion;
    if (version != null) return { file, version };
  }
  return null;
}
