import { FormatError } from '../../../bytes/format-error.js';
import { type Cab, type CabFile, openCab } from '../../../formats/cab/cab.js';
import { type PackageManifest, packageNameOf, readMum } from '../../../formats/mum/mum.js';
import { readZip } from '../../../formats/zip/zip.js';
import { plain } from '../../../report/plain.js';
import { counted } from '../counted.js';
import type { Describe } from './contents.js';
import { manifestFacts } from './mum.js';

/** Files that are named; `--ls` lists all. */
const NAMED_MAX = 40;
/** Manifests of an update package that are read: its own, and few beside it. */
const MANIFESTS_MAX = 16;
const PACKAGE_MANIFEST = /(^|\\)update\.mum$/i;

export const describeZip: Describe = (source, note) => {
  const members = readZip(source, note);
  const unpackedBytes = members.reduce((sum, { size }) => sum + size, 0);
  return {
    kind: 'zip',
    facts: { sizeBytes: source.size, fileCount: members.length, unpackedBytes },
    lines: [
      `${counted(members.length, 'file')}, ${unpackedBytes} bytes unpacked`,
      ...named(members.map(({ path }) => path)),
    ],
  };
};

export const describeCab: Describe = (source, note) => {
  const cab = openCab(source, note);
  const { files, folders, header } = cab;
  const compressions = [...new Set(folders.map(({ compression }) => compression))];
  const packages = files
    .filter(({ name }) => PACKAGE_MANIFEST.test(name))
    .slice(0, MANIFESTS_MAX)
    .flatMap((file) => packageIn(cab, file) ?? []);
  const unpackedBytes = files.reduce((sum, { size }) => sum + size, 0);
  const { setId, setIndex, previous, next } = header;
  return {
    kind: 'cab',
    facts: {
      ...{ sizeBytes: source.size, fileCount: files.length, unpackedBytes, setId, setIndex, previous, next },
      folders: folders.map(({ compression, windowBits, blockCount }) => ({ compression, windowBits, blockCount })),
      packages: packages.map(manifestFacts),
    },
    lines: [
      `${counted(files.length, 'file')}, ${unpackedBytes} bytes unpacked, compression ${compressions.join(', ') || 'none'}`,
      ...packages.map(({ identity, kb }) => `package ${plain(packageNameOf(identity))}${kb === null ? '' : `, ${kb}`}`),
      ...named(files.map(({ name }) => name)),
    ],
  };
};

function packageIn(cab: Cab, file: CabFile): PackageManifest | null {
  try {
    return readMum(cab.open(file));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return null; // a delta package packs its manifest once more
  }
}

function named(names: readonly string[]): string[] {
  const lines = names.slice(0, NAMED_MAX).map((name) => `  ${plain(name)}`);
  return names.length > NAMED_MAX ? [...lines, `  and ${names.length - NAMED_MAX} more (--ls)`] : lines;
}
