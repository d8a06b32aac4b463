import { headOf } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import type { OpenedFile } from '../../hosts/node/open-paths.js';
import { EXIT, type Host } from '../host.js';

export interface InspectOptions {
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly records?: boolean;
  readonly provider?: string;
  readonly id?: string;
}

/** `winre-doctor inspect`: what the readers make of one file. Loads only what the file and the options ask for. */
export async function runInspect(path: string, options: InspectOptions, host: Host): Promise<number> {
  const filtered = options.provider !== undefined || options.id !== undefined;
  if (filtered && options.records !== true) {
    host.err('Cannot inspect: --provider and --id go with --records.');
    return EXIT.usage;
  }
  if (options.id !== undefined && !/^\d{1,5}$/.test(options.id)) {
    host.err(`Cannot inspect: --id ${options.id} is no event id. Give a number such as 4502.`);
    return EXIT.usage;
  }
  const opened = host.open([path]);
  for (const { name, why } of opened.failed) host.err(`Cannot open ${name}: ${why}`);
  if (opened.files.length === 0) return EXIT.unreadable;
  try {
    if (options.records === true) return await printRecords(opened.files, options, host);
    return await printReadings(opened.files, options, host);
  } finally {
    opened.closeAll();
  }
}

async function printRecords(files: readonly OpenedFile[], options: InspectOptions, host: Host): Promise<number> {
  const { isEvtx, EVTX_HEAD_BYTES } = await import('../../formats/evtx/evtx.js');
  const { writeRecords } = await import('../inspect/records.js');
  let read = 0;
  for (const { name, bytes } of files) {
    if (!isEvtx(headOf(bytes, EVTX_HEAD_BYTES))) {
      host.err(`Cannot list records of ${name}: it is no event log.`);
      continue;
    }
    try {
      writeRecords(
        bytes,
        { provider: options.provider ?? null, id: options.id === undefined ? null : Number(options.id) },
        host,
      );
      read++;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      host.err(`${name}: ${error.message}`);
    }
  }
  return read > 0 ? EXIT.ignore : EXIT.unreadable;
}

async function printReadings(files: readonly OpenedFile[], options: InspectOptions, host: Host): Promise<number> {
  const { readCase } = await import('../../intake/read-case.js');
  const { allReaders } = await import('../../intake/readers.js');
  const { readingsJson, readingsText } = await import('../inspect/readings.js');
  const file = readCase(files, allReaders(host.makeHasher));
  const json = options.json === true || options.format === 'json';
  host.out(json ? readingsJson(file) : readingsText(file, host.width));
  return file.sources.some((source) => source.read !== 'not') ? EXIT.ignore : EXIT.unreadable;
}
