import { KNOWLEDGE, type Knowledge, withRows } from '../knowledge/knowledge.js';
import type { Host } from './host.js';

/** What this release knows, with the rows of `--knowledge FILE` over it; `null` where the file cannot be used, which is said. */
export async function knowledgeFrom(path: string | undefined, host: Host): Promise<Knowledge | null> {
  if (path === undefined) return KNOWLEDGE;
  const { KnowledgeFileError, readKnowledgeFile } = await import('../knowledge/knowledge-file.js');
  try {
    return withRows(KNOWLEDGE, readKnowledgeFile(host.readText(path)));
  } catch (error) {
    const known = error instanceof KnowledgeFileError || (error instanceof Error && 'code' in error);
    if (!known) throw error;
    host.err(`Cannot use ${path}: ${(error as Error).message}`);
    return null;
  }
}
