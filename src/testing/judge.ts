/** Whole cases for tests: texts or facts in, diagnosis out, as the command does it. */
import { MemorySource } from '../bytes/byte-source.js';
import { INSTALL_FAILURE, type Question } from '../diagnosis/derive/judged.js';
import { diagnose } from '../diagnosis/diagnose.js';
import { knowledgeView } from '../diagnosis/knowledge-adapter.js';
import type { Diagnosis, Verdict } from '../diagnosis/verdict.js';
import type { CaseFile } from '../evidence/model.js';
import { atUtc } from '../evidence/when.js';
import { makeHasher } from '../hosts/node/hasher.js';
import { readCase } from '../intake/read-case.js';
import { allReaders } from '../intake/readers.js';
import { KNOWLEDGE } from '../knowledge/knowledge.js';
import { ALL_RULES } from '../rules/index.generated.js';

export const KNOWN = knowledgeView(KNOWLEDGE);

/** Sources by name: text, or bytes. */
export type Sources = Readonly<Record<string, string | Uint8Array>>;

export function question(kb: string | null = null, at: string | null = null): Question {
  return { kb, code: kb === null ? null : INSTALL_FAILURE, at: at === null ? null : atUtc(Date.parse(at)) };
}

export function readSources(sources: Sources): CaseFile {
  const artefacts = Object.entries(sources).map(([name, content]) => ({
    name,
    bytes: new MemorySource(typeof content === 'string' ? new TextEncoder().encode(content) : content),
    depth: 0,
  }));
  return readCase(artefacts, allReaders({ makeHasher }));
}

export function judgeCase(file: CaseFile, asked: Question = question()): Diagnosis {
  return diagnose(file, ALL_RULES, asked, KNOWN);
}

/** The verdict on pasted text or on several sources. */
export function verdictOn(given: string | Sources, asked: Question = question()): Verdict {
  return judgeCase(readSources(typeof given === 'string' ? { stdin: given } : given), asked).devices[0].verdict;
}

/** `answer/cause`, for short assertions. */
export function answerTo(given: string | Sources, asked?: Question): string {
  const { answer, cause } = verdictOn(given, asked);
  return `${answer}/${cause}`;
}
