import { KNOWLEDGE, type Knowledge, withRows } from '../knowledge/knowledge.js';
import type { Host } from './host.js';
import { isSystemError } from './system-error.js';

/** What this release knows, with the rows of `--knowledge FILE` over it; `null` where the file cannot be used, which is said. */
export async function knowledgeFrom(path: string | undefined, host: Host): Promise<Knowledge | null> {
  if (path === undefined) return KNOWLEDGE;
  const { KnowledgeFileError, readKnowledgeFile } = await import('../knowledge/knowledge-file.js');
  try {
    return withRows(KNOWLEDGE, readKnowledgeFile(host.readText(path)));
  } catch (error) {
    if (!(error instanceof KnowledgeFileError || isSystemError(error))) throw error;
    host.err(`Cannot use ${path}: ${error.message}`);
    return null;
  }
}
