import { readCase } from '../../intake/read-case.js';
import { allReaders } from '../../intake/readers.js';
import { EXIT, type Host } from '../host.js';
import { WrongUse } from '../program.js';

export interface InspectOptions {
  readonly format: 'text' | 'json';
  readonly json?: boolean;
  readonly records?: boolean;
  readonly provider?: string;
  readonly id?: string;
}

/** `winre-doctor inspect`: what the readers make of one file. */
export async function runInspect(path: string, options: InspectOptions, host: Host): Promise<number> {
  const opened = host.open([path]);
  for (const { name, why } of opened.failed) host.err(`Cannot open ${name}: ${why}`);
  if (opened.files.length === 0) return EXIT.unreadable;
  if (options.records !== true && (options.provider !== undefined || options.id !== undefined)) {
    throw new WrongUse('Cannot inspect: --provider and --id go with --records');
  }
  const file = readCase(opened.files, allReaders(host.makeHasher));
  if (options.json === true || options.format === 'json') {
    host.out(`${JSON.stringify(file, null, 2)}\n`);
  } else {
    for (const source of file.sources)
      host.out(`${source.name}: ${source.kind}, ${source.size} bytes, read ${source.read}\n`);
    for (const fact of file.facts) {
      const at = fact.cite.at;
      const place =
        'line' in at
          ? `line ${at.line}`
          : 'record' in at
            ? `record ${at.record}`
            : 'key' in at
              ? at.key
              : `byte ${at.byte}`;
      host.out(`  ${place}: ${fact.kind} ${JSON.stringify(fact.value)}\n`);
    }
  }
  return file.sources.some((source) => source.read !== 'not') ? EXIT.ignore : EXIT.unreadable;
}
