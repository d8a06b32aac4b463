/** What independent tools say of the corpus: rows of its manifest and of its made images. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS } from './shared.js';

export interface SfdiskTable {
  readonly label: string;
  readonly id: string;
  readonly firstlba?: number;
  readonly lastlba?: number;
  readonly partitions?: readonly {
    readonly start: number;
    readonly size: number;
    readonly type: string;
    readonly uuid?: string;
    readonly name?: string;
    readonly attrs?: string;
    readonly bootable?: boolean;
  }[];
}

export interface CorpusRow {
  readonly file: string;
  readonly format: string;
  readonly truth: Record<string, unknown> | null;
  readonly truth_file?: string;
}

/** Every row of the manifest, or none where the corpus is not here. */
export function corpusRows(format: string): CorpusRow[] {
  if (CORPUS === null) return [];
  const manifest = JSON.parse(readFileSync(join(CORPUS, 'manifest.json'), 'utf8')) as { files: CorpusRow[] };
  return manifest.files.filter((row) => row.format === format);
}

/** A row's longer output, or an empty object. */
export function longTruth(row: CorpusRow): Record<string, unknown> {
  if (CORPUS === null || row.truth_file === undefined) return {};
  return JSON.parse(readFileSync(join(CORPUS, row.truth_file), 'utf8')) as Record<string, unknown>;
}

export interface MadePartition {
  readonly index: number;
  readonly role: string;
  readonly start: number;
  readonly size: number;
  readonly type: string;
  readonly unique_guid?: string;
  readonly attributes?: string;
  readonly fs?: string;
  readonly free_bytes?: number;
}

export interface MadeImage {
  readonly file: string;
  readonly scenario: string;
  readonly same_disk_as?: string;
  readonly sector_size: number;
  readonly disk_bytes: number;
  readonly partition_table: 'gpt' | 'mbr';
  readonly disk_guid: string | null;
  readonly mbr_signature: string | null;
  readonly partitions: readonly MadePartition[];
  readonly winre: { readonly wim_location: string | null; readonly wim_bytes: number | null } | null;
  readonly files_from_corpus: Readonly<Record<string, string>> | null;
  readonly raw_sha256: string;
}

/** The truth of the made disk images; one in another container carries the truth of the raw one it repeats. */
export function madeImages(): MadeImage[] {
  if (CORPUS === null) return [];
  const rows = JSON.parse(readFileSync(join(CORPUS, 'images', 'images.json'), 'utf8')) as MadeImage[];
  return rows.map((row) => {
    const twin = rows.find(({ file }) => row.same_disk_as !== undefined && file.startsWith(row.same_disk_as));
    return twin === undefined ? row : { ...twin, file: row.file, raw_sha256: row.raw_sha256 };
  });
}
