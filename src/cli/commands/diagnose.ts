import { INSTALL_FAILURE, type Question } from '../../diagnosis/derive/judged.js';
import { diagnose } from '../../diagnosis/diagnose.js';
import { knowledgeView } from '../../diagnosis/knowledge-adapter.js';
import type { CaseFile, SourceRecord } from '../../evidence/model.js';
import { atUtc, type When } from '../../evidence/when.js';
import { readCase } from '../../intake/read-case.js';
import { allReaders } from '../../intake/readers.js';
import { normaliseKb } from '../../knowledge/updates.js';
import { type ReportFormat, render } from '../../report/render.js';
import { ALL_RULES } from '../../rules/index.generated.js';
import { EXIT, type Host } from '../host.js';
import { knowledgeFrom } from '../knowledge-option.js';
import { progressTo } from '../progress.js';

export interface DiagnoseOptions {
  readonly format: ReportFormat;
  readonly json?: boolean;
  readonly output?: string;
  readonly lang?: string;
  readonly kb?: string;
  readonly code?: string;
  readonly at?: string;
  readonly redact?: boolean;
  readonly knowledge?: string;
}

/** `winre-doctor diagnose`: evidence of a device in, cited verdict out. Returns the exit code. */
export async function runDiagnose(paths: readonly string[], options: DiagnoseOptions, host: Host): Promise<number> {
  const question = questionOf(options);
  if (typeof question === 'string') {
    host.err(`Cannot diagnose: ${question}`);
    return EXIT.usage;
  }
  const knowledge = await knowledgeFrom(options.knowledge, host);
  if (knowledge === null) return EXIT.usage;

  const opened = host.open(paths);
  for (const { name, why } of opened.failed) host.err(`Cannot open ${name}: ${why}`);
  if (opened.files.length === 0) return EXIT.unreadable;
  const progress = progressTo(host);
  let file: CaseFile;
  try {
    file = readCase(opened.files, allReaders(host.makeHasher, progress.source));
  } finally {
    progress.end();
    opened.closeAll();
  }
  const sources = [...file.sources, ...opened.failed.map(({ name }) => unopened(name))];
  if (!file.sources.some((source) => source.read !== 'not')) {
    for (const { name, why } of file.sources) host.err(`Cannot read ${name}: ${why ?? 'nothing in it is known to us'}`);
    return EXIT.unreadable;
  }
  const diagnosis = diagnose({ ...file, sources }, ALL_RULES, question, knowledgeView(knowledge));
  const format = options.json === true ? 'json' : options.format;
  const text = await render(diagnosis, {
    format,
    lang: options.lang ?? (format === 'json' ? 'en' : host.language),
    redact: options.redact,
    ...(host.colour && options.output === undefined && format === 'text'
      ? { paint: (await import('../paint.js')).colours }
      : {}),
    width: host.width,
  });
  if (options.output === undefined) host.out(text);
  else host.writeFile(options.output, text);
  return EXIT[diagnosis.devices[0].verdict.answer];
}

/** What was asked, or what is wrong with how it was. */
function questionOf({ kb, code, at }: DiagnoseOptions): Question | string {
  const number = kb === undefined ? null : normaliseKb(kb);
  if (kb !== undefined && number === null) return `--kb ${kb} is no update number. Give one such as KB5057589.`;
  const value = code === undefined ? (number === null ? null : INSTALL_FAILURE) : readCode(code);
  if (code !== undefined && value === null) return `--code ${code} is no error code. Give one such as 0x80070643.`;
  const moment = at === undefined ? null : readMoment(at);
  if (at !== undefined && moment === null) return `--at ${at} is no moment. Give one such as 2025-04-20T10:00Z.`;
  return { kb: number, code: value, at: moment };
}

function readCode(text: string): number | null {
  if (/^0x[0-9a-f]{1,8}$/i.test(text)) return Number.parseInt(text, 16);
  if (!/^-?\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 32 ? value >>> 0 : null;
}

function readMoment(text: string): When | null {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : atUtc(ms);
}

function unopened(name: string): SourceRecord {
  return {
    id: `x:${name}`,
    name,
    kind: 'unknown',
    size: 0,
    sha256: null,
    read: 'not',
    why: 'not-opened',
    covers: null,
    defects: 0,
  };
}
