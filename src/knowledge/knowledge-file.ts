/** Reads a file given with `--knowledge`: JSON with rows for any table. */

import type { KnowledgeRows } from './knowledge.js';
import { knowledgeFile } from './schema.js';

/** A knowledge file that cannot be used. The message names every place that is wrong. */
export class KnowledgeFileError extends Error {
  override readonly name = 'KnowledgeFileError';
}

const PLACES_MAX = 10;

/**
 * Reads rows from the text of a knowledge file.
 *
 * @throws {KnowledgeFileError} Where the text is no JSON, or a row lacks something or holds something unknown.
 */
export function readKnowledgeFile(text: string): KnowledgeRows {
  const checked = knowledgeFile.safeParse(parse(text));
  if (checked.success) return checked.data;
  const places = checked.error.issues.map((issue) => `${place(issue.path)}: ${issue.message}`);
  const more = places.length > PLACES_MAX ? `\n  and ${places.length - PLACES_MAX} more` : '';
  throw new KnowledgeFileError(
    `it is no knowledge file:\n${places
      .slice(0, PLACES_MAX)
      .map((line) => `  ${line}`)
      .join('\n')}${more}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new KnowledgeFileError(`it is not JSON. ${error.message}`, { cause: error });
  }
}

/** `updates[3].kb` of a path. */
function place(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole file';
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
