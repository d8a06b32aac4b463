import type { ByteSource } from '../../bytes/byte-source.js';
import { FormatError, type Note } from '../../bytes/format-error.js';
import { enterNode, type FoundNode, type TreePlace, walkTree } from '../../formats/tree/tree.js';
import type { Host } from '../host.js';
import { copyBytes } from './copy-out.js';
import { readableLink } from './read-link.js';

/** Lines are handed on together: a write each costs more than reading. */
const BATCH_CHARS = 64 * 1024;

/**
 * Lists a folder, or what is in a file that holds files, with everything below; a plain file by itself. One JSON object
 * a line, in the order stored. What is damaged keeps its line, with `error`.
 */
export function listNode({ node, path }: FoundNode, withHash: boolean, host: Host, note: Note): void {
  const folder = enterNode(node, note);
  const prefix = path === '' ? '' : `${path}/`;
  let text = '';
  const places = folder === null ? [{ path: '', node }] : walkTree(folder, note);
  for (const place of places) {
    const shown = folder === null ? path || node.name : `${prefix}${place.path}`;
    text += `${JSON.stringify(lineOf(place, shown, withHash, host))}\n`;
    if (text.length < BATCH_CHARS) continue;
    host.out(text);
    text = '';
  }
  if (text !== '') host.out(text);
}

function lineOf({ node }: TreePlace, path: string, withHash: boolean, host: Host): Record<string, unknown> {
  const { kind } = node;
  const line: Record<string, unknown> = { path, kind };
  try {
    line.size = node.size;
    if (node.created !== null) line.created = node.created;
    if (node.modified !== null) line.modified = node.modified;
    const link = readableLink(node);
    if (link !== null)
      Object.assign(line, { link: link.kind, ...(link.target === null ? {} : { target: link.target }) });
    else if (withHash && kind === 'file') line.sha1 = sha1Of(node.open(), host);
    if (line.sha1 !== undefined && node.sha1 !== null && node.sha1 !== line.sha1) line.error = `should be ${node.sha1}`;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    line.error = error.message;
  }
  return line;
}

function sha1Of(source: ByteSource, { makeHasher }: Host): string {
  const hasher = makeHasher('sha1');
  copyBytes(source, () => {}, hasher);
  return hasher.digest();
}
