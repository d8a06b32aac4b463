import { diagnose } from '../../diagnosis/diagnose.js';
import { knowledgeView } from '../../diagnosis/knowledge-adapter.js';
import { isWrong, questionFrom, type WrongWord } from '../../diagnosis/question.js';
import type { CaseFile } from '../../evidence/model.js';
import { readCase, unopened } from '../../intake/read-case.js';
import { allReaders } from '../../intake/readers.js';
import { plain } from '../../report/plain.js';
import { type ReportFormat, render } from '../../report/render.js';
import { ALL_RULES } from '../../rules/index.generated.js';
import { EXIT, type Host } from '../host.js';
import { knowledgeFrom } from '../knowledge-option.js';
import { sayIfUnknown } from '../lang-option.js';
import { progressTo } from '../progress.js';
import { isSystemError } from '../system-error.js';

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

/** What each option of the question takes. */
const WORDS: Readonly<Record<WrongWord['wrong'], { readonly what: string; readonly example: string }>> = {
  kb: { what: 'update number', example: 'KB5057589' },
  code: { what: 'error code', example: '0x80070643' },
  at: { what: 'moment', example: '2025-04-20T10:00Z' },
};

/** `winre-doctor diagnose`: evidence of a device in, cited verdict out. Returns the exit code. */
export async function runDiagnose(paths: readonly string[], options: DiagnoseOptions, host: Host): Promise<number> {
  const question = questionFrom(options);
  if (isWrong(question)) {
    const { what, example } = WORDS[question.wrong];
    host.err(`Cannot diagnose: --${question.wrong} ${question.given} is no ${what}. Give one such as ${example}.`);
    return EXIT.usage;
  }
  const knowledge = await knowledgeFrom(options.knowledge, host);
  if (knowledge === null) return EXIT.usage;

  const opened = host.open(paths);
  for (const { name, why } of opened.failed) host.err(`Cannot open ${plain(name)}: ${plain(why)}`);
  if (opened.files.length === 0) return EXIT.unreadable;
  const progress = progressTo(host);
  let file: CaseFile;
  try {
    file = readCase(opened.files, allReaders(host, progress.source));
  } finally {
    progress.end();
    opened.closeAll();
  }
  const sources = [...file.sources, ...opened.failed.map(({ name }) => unopened(name))];
  if (!file.sources.some((source) => source.read !== 'not')) {
    for (const { name, why } of file.sources)
      host.err(`Cannot read ${plain(name)}: ${why ?? 'nothing in it is known to us'}`);
    return EXIT.unreadable;
  }
  const diagnosis = diagnose({ ...file, sources }, ALL_RULES, question, knowledgeView(knowledge));
  sayIfUnknown(options.lang, host);
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
  else if (!wroteTo(options.output, text, host)) return EXIT.usage;
  return EXIT[diagnosis.devices[0].verdict.answer];
}

function wroteTo(path: string, text: string, host: Host): boolean {
  try {
    host.writeFile(path, text);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    host.err(`Cannot write ${path}: ${error.message}`);
    return false;
  }
}
