import { headOf } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import { plain } from '../../report/plain.js';
import { EXIT, type Host } from '../host.js';
import type { Subject } from '../inspect/subject.js';

export interface InspectOptions {
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly records?: boolean;
  readonly provider?: string;
  readonly id?: string;
  /** `true` without a path: the whole of what is inspected. So for the next two. */
  readonly ls?: string | true;
  readonly hash?: boolean;
  readonly cat?: string | true;
  readonly extract?: string | true;
  readonly output?: string;
  /** A key of a registry hive. */
  readonly key?: string;
}

/** `winre-doctor inspect`: what the readers make of one file. Loads only what the file and the options ask for. */
export async function runInspect(path: string, options: InspectOptions, host: Host): Promise<number> {
  const wrong = wrongUse(options);
  if (wrong !== null) {
    host.err(`Cannot inspect: ${wrong}`);
    return EXIT.usage;
  }
  const asksForEntries = options.key !== undefined || options.records === true;
  const plainFiles = asksForEntries ? openPlainFiles(path, host) : null;
  const subject = plainFiles === null ? (await import('../inspect/subject.js')).openSubject(path, host) : null;
  const opened = plainFiles ?? subject;
  if (opened === null) return EXIT.unreadable;
  try {
    if (options.key !== undefined) return await printKeys(opened, options.key, host);
    if (options.records === true) return await printRecords(opened, options, host);
    const takesOut = options.ls ?? options.cat ?? options.extract;
    if (takesOut !== undefined && subject !== null) {
      const { takeOut } = await import('../inspect/take-out.js');
      return takeOut(subject, takesOut === true ? '' : takesOut, options, host);
    }
    return await printReadings(opened, options, host);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    host.err(`${plain(path)}: ${plain(error.message)}`);
    return EXIT.unreadable;
  } finally {
    opened.close();
  }
}

type OpenFiles = Pick<Subject, 'files' | 'close'>;

/** Opens what needs no look into containers, without loading what that takes; `null` for all else. */
function openPlainFiles(path: string, host: Host): OpenFiles | null {
  const parts = path === '-' ? null : host.splitAtFile(path);
  if (parts === null || parts.inside !== '') return null;
  const { files, failed, closeAll: close } = host.open([parts.file]);
  if (files.length > 0 && failed.length === 0) return { files, close };
  close(); // opened again, and told of
  return null;
}

function wrongUse({ provider, id, records, ls, cat, extract, key, output, hash }: InspectOptions): string | null {
  if ((provider !== undefined || id !== undefined) && records !== true) return '--provider and --id go with --records.';
  if (id !== undefined && !/^\d{1,5}$/.test(id)) return `--id ${id} is no event id. Give a number such as 4502.`;
  if ([records, ls, cat, extract, key].filter((one) => one !== undefined).length > 1)
    return '--records, --ls, --cat, --extract and --key are asked for one at a time.';
  if (hash === true && ls === undefined) return '--hash goes with --ls.';
  if (extract !== undefined && output === undefined) return '--extract needs --output and a folder to write to.';
  if (output !== undefined && extract === undefined) return '--output goes with --extract.';
  return null;
}

async function printRecords({ files }: OpenFiles, options: InspectOptions, host: Host): Promise<number> {
  const { isEvtx, EVTX_HEAD_BYTES } = await import('../../formats/evtx/evtx.js');
  const { isEtl, ETL_HEAD_BYTES } = await import('../../formats/etl/etl.js');
  const { writeRecords, writeTraceRecords } = await import('../inspect/records.js');
  const filter = { provider: options.provider ?? null, id: options.id === undefined ? null : Number(options.id) };
  let read = 0;
  for (const { name, bytes } of files) {
    const isLog = isEvtx(headOf(bytes, EVTX_HEAD_BYTES));
    if (!isLog && !isEtl(headOf(bytes, ETL_HEAD_BYTES))) {
      host.err(`Cannot list records of ${plain(name)}: it is no event log and no trace.`);
      continue;
    }
    try {
      if (isLog) writeRecords(bytes, filter, host);
      else writeTraceRecords(bytes, filter, host);
      read++;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      host.err(`${plain(name)}: ${plain(error.message)}`);
    }
  }
  return read > 0 ? EXIT.ignore : EXIT.unreadable;
}

async function printKeys({ files }: OpenFiles, path: string, host: Host): Promise<number> {
  const { writeKeys } = await import('../inspect/keys.js');
  let read = 0;
  for (const file of files) {
    try {
      if (writeKeys(file, path, host)) read++;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      host.err(`${plain(file.name)}: ${plain(error.message)}`);
    }
  }
  return read > 0 ? EXIT.ignore : EXIT.unreadable;
}

async function printReadings({ files }: OpenFiles, options: InspectOptions, host: Host): Promise<number> {
  const { readCase } = await import('../../intake/read-case.js');
  const { allReaders } = await import('../../intake/readers.js');
  const { describeContents } = await import('../inspect/contents/contents.js');
  const { readingsJson, readingsText } = await import('../inspect/readings.js');
  const contents = await describeContents(files, host);
  const file = readCase(files, allReaders(host));
  const json = options.json === true || options.format === 'json';
  host.out(json ? readingsJson(file, contents) : readingsText(file, contents, host.width));
  const isRead =
    contents.some(({ kind }) => kind !== 'unreadable') || file.sources.some((source) => source.read !== 'not');
  return isRead ? EXIT.ignore : EXIT.unreadable;
}
