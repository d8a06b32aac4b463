import { filetimeToIso } from '../../../bytes/filetime.js';
import { FormatError, type Note } from '../../../bytes/format-error.js';
import { readPeVersion } from '../../../formats/pe/pe.js';
import { openWim, type Wim, type WimImageInfo } from '../../../formats/wim/wim.js';
import { plain } from '../../../report/plain.js';
import { counted } from '../counted.js';
import type { Describe } from './contents.js';

/** Files that carry the level of a Windows, the one that tells the level of Windows RE first. @source GetWinReVersion.ps1 */
const LEVEL_FILES = [
  'Windows/System32/winpeshl.exe',
  'Windows/System32/bootmenuux.dll',
  'sources/recovery/bootmenuux.dll',
  'Windows/System32/ntoskrnl.exe',
] as const;

interface Level {
  readonly file: string;
  readonly version: string;
}

export const describeWim: Describe = (source, note) => {
  const wim = openWim(source, note);
  const { header } = wim;
  const images = wim.images.map((info) => ({ info, levels: levelsIn(wim, info.index, note) }));
  return {
    kind: 'wim',
    facts: {
      ...{ sizeBytes: source.size, compression: header.compression, imageCount: header.imageCount },
      images: images.map(({ info, levels }) => ({ ...infoFacts(info), levels })),
    },
    lines: [
      `${counted(header.imageCount, 'image')}, ${header.compression}, ${source.size} bytes`,
      ...images.flatMap(({ info, levels }) => imageLines(info, levels)),
    ],
  };
};

function levelsIn(wim: Wim, index: number, note: Note): Level[] {
  const found: Level[] = [];
  for (const file of LEVEL_FILES) {
    try {
      const entry = wim.find(index, file);
      const version = entry === null ? null : (readPeVersion(wim.open(entry))?.fileVersion ?? null);
      if (version !== null) found.push({ file, version });
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      note(error);
    }
  }
  return found;
}

function versionText({ version }: WimImageInfo): string | null {
  if (version === null) return null;
  const { major, minor, build, servicePackBuild } = version;
  return `${major}.${minor}.${build}${servicePackBuild === null ? '' : `.${servicePackBuild}`}`;
}

function infoFacts({ creationTime, lastModificationTime, ...info }: WimImageInfo): Record<string, unknown> {
  const time = (filetime: bigint | null) => (filetime === null ? null : filetimeToIso(filetime));
  return {
    ...info,
    versionText: versionText(info as WimImageInfo),
    creationTime: time(creationTime),
    lastModificationTime: time(lastModificationTime),
  };
}

function imageLines(info: WimImageInfo, levels: readonly Level[]): string[] {
  const { index, name, editionId, architecture, fileCount, totalBytes } = info;
  const words = [editionId, architecture].filter((word) => word !== null).map((word) => plain(word));
  const counts = fileCount === null ? '' : `, ${counted(fileCount, 'file')}, ${totalBytes ?? '?'} bytes`;
  return [
    `image ${index}: ${plain(name ?? 'without a name')}${words.length > 0 ? ` (${words.join(', ')})` : ''}${counts}`,
    `  version ${versionText(info) ?? 'not stated'}`,
    ...levels.map(({ file, version }) => `  ${file} ${version}`),
  ];
}
