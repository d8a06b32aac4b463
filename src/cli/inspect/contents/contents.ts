import { type ByteSource, CachedSource, headOf } from '../../../bytes/byte-source.js';
import { FormatError, type Note } from '../../../bytes/format-error.js';
import type { OpenedFile } from '../../../hosts/node/open-paths.js';
import type { Host } from '../../host.js';

/** What a file is made of, as its reader sees it: for scripts as `facts`, for people as `lines`. */
export interface Contents {
  readonly kind: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

export interface FileContents extends Contents {
  /** Name of the file. */
  readonly source: string;
  /** What is damaged in it. */
  readonly defects: readonly string[];
}

/**
 * Describes one kind of file. `null`: it is another kind after all.
 *
 * @param beside What lies beside the file under its name and an ending such as `.log1`.
 */
export type Describe = (
  source: ByteSource,
  note: Note,
  host: Host,
  beside: (ending: string) => ByteSource | undefined,
) => Contents | null;

const HEAD_BYTES = 4096;
const DEFECTS_MAX = 50;

/** What is in each file, of those that are of a kind that is known. Text has no structure of its own and is left out. */
export async function describeContents(files: readonly OpenedFile[], host: Host): Promise<FileContents[]> {
  const described: FileContents[] = [];
  for (const { name, bytes, beside } of files) {
    if (bytes.size === 0) continue;
    const defects: string[] = [];
    const stem = (name.split(/[\\/]/).at(-1) ?? name).toLowerCase();
    const note: Note = ({ message }) => {
      if (defects.length < DEFECTS_MAX) defects.push(message);
    };
    try {
      const describe = await describerOf(headOf(bytes, HEAD_BYTES));
      const contents =
        describe?.(new CachedSource(bytes), note, host, (ending) => beside.get(`${stem}${ending}`)) ?? null;
      if (contents !== null) described.push({ source: name, ...contents, defects });
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      described.push({ source: name, kind: 'unreadable', facts: {}, lines: [], defects: [error.message] });
    }
  }
  return described;
}

/** Loads what describes a file that begins so. */
async function describerOf(head: Uint8Array): Promise<Describe | null> {
  const { isZip } = await import('../../../formats/zip/zip.js');
  if (isZip(head)) return (await import('./archive.js')).describeZip;
  const { isCab } = await import('../../../formats/cab/cab.js');
  if (isCab(head)) return (await import('./archive.js')).describeCab;
  const { isWim } = await import('../../../formats/wim/wim.js');
  if (isWim(head)) return (await import('./wim.js')).describeWim;
  const { isEvtx } = await import('../../../formats/evtx/evtx.js');
  if (isEvtx(head)) return (await import('./evtx.js')).describeEvtx;
  const { isRegf } = await import('../../../formats/regf/regf.js');
  if (isRegf(head)) return (await import('./hive.js')).describeHive;
  const { isEtl } = await import('../../../formats/etl/etl.js');
  if (isEtl(head)) return (await import('./etl.js')).describeEtl;
  const { looksLikePe } = await import('../../../formats/pe/pe.js');
  if (looksLikePe(head)) return (await import('./pe.js')).describePe;
  const { looksLikeText } = await import('../../../formats/text/text.js');
  if (looksLikeText(head)) return (await import('./mum.js')).describeMum;
  return (await import('./disk.js')).describeDisk;
}
