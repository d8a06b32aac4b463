/** Which package a downloaded file is, told by its SHA-1 or its name. */
import { pointers } from './sources.js';
import { type Sourced, splitRows, table } from './table.js';
import { UPDATE_FILE_LINES } from './update-files.data.js';
import { normaliseKb } from './updates.js';

export interface UpdateFileRow extends Sourced {
  /** The name in the catalog. */
  readonly name: string;
  readonly kb: string;
  readonly architecture: string;
  /** Forty lower-case hexadecimal digits. */
  readonly sha1: string;
}

export const UPDATE_FILES = table<UpdateFileRow>(
  'update-files',
  (row) => row.sha1,
  () =>
    splitRows(UPDATE_FILE_LINES, 4).map(([kb = '', family = '', architecture = '', sha1 = '']) => ({
      name: `windows${family}.0-${kb.toLowerCase()}-${architecture}_${sha1}.cab`,
      kb,
      architecture,
      sha1,
      source: pointers(['catalog-lists']),
      confidence: 'high',
      checked: '2026-11-20',
    })),
);

/** The package that a file with this SHA-1 is; `undefined` for one that no list held. */
export function updateFileBySha1(sha1: string, files = UPDATE_FILES): UpdateFileRow | undefined {
  return files.find(sha1);
}

/**
 * What the name of a package file claims: number, architecture and, in catalog names, the SHA-1 the file should have.
 * A claim only: the content decides.
 *
 * @returns `null` for a name of another form.
 */
export function readPackageName(name: string): { kb: string; architecture: string; sha1: string | null } | null {
  const parts = /^windows1[01]\.0-(kb\d{6,7})-(x64|x86|arm64)(?:[_-]([0-9a-f]{40}))?(?:-[a-z]+)?\.(?:cab|msu)$/i.exec(
    name,
  );
  const kb = normaliseKb(parts?.[1] ?? '');
  if (parts === null || kb === null) return null;
  return { kb, architecture: parts[2]?.toLowerCase() ?? '', sha1: parts[3]?.toLowerCase() ?? null };
}
