import { diagnose } from '../diagnosis/diagnose.js';
import { knowledgeView } from '../diagnosis/knowledge-adapter.js';
import { isWrong, questionFrom } from '../diagnosis/question.js';
import { type ReadSlice, SliceReader } from '../hosts/browser/blob-source.js';
import { makeHasher } from '../hosts/browser/hasher.js';
import { openFiles } from '../hosts/browser/open-files.js';
import { readCase, unopened } from '../intake/read-case.js';
import { allReaders } from '../intake/readers.js';
import { KNOWLEDGE, type Knowledge, withRows } from '../knowledge/knowledge.js';
import { render } from '../report/render.js';
import { ALL_RULES } from '../rules/index.generated.js';
import type { DiagnoseRequest, Outcome, Reading } from './messages.js';

/**
 * Evidence of a device in, cited verdict out: what `winre-doctor diagnose` does, over files of a browser.
 *
 * @param readSlice Reads a slice of a file at once.
 * @param progress Told of each source before it is read.
 */
export async function diagnoseFiles(
  request: DiagnoseRequest,
  readSlice: ReadSlice<Blob>,
  progress: (reading: Reading) => void,
): Promise<Outcome> {
  const question = questionFrom(request.question);
  if (isWrong(question)) return { kind: 'wrong-question', ...question };
  const knowledge = await knowledgeOf(request.knowledge);
  if (typeof knowledge === 'string') return { kind: 'wrong-knowledge', message: knowledge };

  const reader = new SliceReader(readSlice);
  const opened = openFiles(request.files, reader);
  const readers = allReaders({ makeHasher }, (name, size) => progress({ kind: 'reading', name, size }));
  const file = readCase(opened.files, readers);
  if (!file.sources.some((source) => source.read !== 'not')) {
    return { kind: 'unreadable', sources: file.sources.map(({ name, why }) => ({ name, why: why ?? 'unsupported' })) };
  }
  const sources = [...file.sources, ...opened.leftOut.map(unopened)];
  const diagnosis = diagnose({ ...file, sources }, ALL_RULES, question, knowledgeView(knowledge));
  const { lang = 'en', redact } = request;
  return {
    kind: 'report',
    answer: diagnosis.devices[0].verdict.answer,
    json: await render(diagnosis, { format: 'json', lang, redact }),
    html: await render(diagnosis, { format: 'html', lang, redact }),
    sliceCount: reader.sliceCount,
    bytesRead: reader.bytesRead,
  };
}

/** What this release knows, with the rows of a file over it, or what is wrong with the file. */
async function knowledgeOf(text: string | undefined): Promise<Knowledge | string> {
  if (text === undefined) return KNOWLEDGE;
  const { KnowledgeFileError, readKnowledgeFile } = await import('../knowledge/knowledge-file.js');
  try {
    return withRows(KNOWLEDGE, readKnowledgeFile(text));
  } catch (error) {
    if (error instanceof KnowledgeFileError) return error.message;
    throw error;
  }
}
