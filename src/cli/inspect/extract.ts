import { FormatError, type Note } from '../../bytes/format-error.js';
import { enterNode, type FoundNode, type TreeNode, type TreePlace, walkTree } from '../../formats/tree/tree.js';
import { plain } from '../../report/plain.js';
import type { Host, OutputFolder } from '../host.js';
import { copyOut } from './copy-out.js';
import { readableLink } from './read-link.js';
import { safePath } from './safe-name.js';

/** How an extraction went. */
export interface Extracted {
  readonly written: number;
  readonly failed: number;
}

/**
 * Writes a file, or a folder with everything in it, into the output folder.
 *
 * Nothing is written outside of that and nothing that is there is overwritten; names that no file can bear are changed,
 * and links are only named, both on standard error.
 *
 * @param isOpened Write what is in the folder, or in the file that holds files, and not the thing itself.
 */
export function extractNode(
  { node }: FoundNode,
  isOpened: boolean,
  output: OutputFolder,
  host: Host,
  note: Note,
): Extracted {
  let written = 0;
  let failed = 0;
  for (const { path, node: each } of placesIn(node, isOpened, note)) {
    const problem = extractOne(each, path, output, host);
    if (problem === null) written++;
    else {
      failed++;
      host.err(`Cannot extract ${plain(path)}: ${problem}`);
    }
  }
  return { written, failed };
}

function* placesIn(node: TreeNode, isOpened: boolean, note: Note): Generator<TreePlace> {
  if (!isOpened) yield { path: node.name, node };
  const folder = isOpened || node.kind === 'folder' ? enterNode(node, note) : null;
  if (folder === null && isOpened) yield { path: node.name, node };
  if (folder === null) return;
  const prefix = isOpened ? '' : `${node.name}/`;
  for (const place of walkTree(folder, note)) yield { path: `${prefix}${place.path}`, node: place.node };
}

/** @returns What kept it from being written, or `null`. */
function extractOne(node: TreeNode, path: string, output: OutputFolder, host: Host): string | null {
  const link = readableLink(node);
  if (link !== null) {
    host.err(
      `Not followed: ${plain(path)} is a ${link.kind}${link.target === null ? '' : ` to ${plain(link.target)}`}`,
    );
    return null;
  }
  const names = safePath(path);
  const shown = names.join('/');
  if (shown !== path) host.err(`Named anew: ${plain(path)} is written as ${shown}`);
  try {
    if (node.kind === 'folder') output.makeFolder(names);
    else output.writeFile(names, (write) => copyOut(node, write, host));
    return null;
  } catch (error) {
    if (error instanceof FormatError || output.isRefusal(error)) return (error as Error).message;
    throw error;
  }
}
