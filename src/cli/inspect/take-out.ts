import { FormatError } from '../../bytes/format-error.js';
import { findNode } from '../../formats/tree/tree.js';
import { plain } from '../../report/plain.js';
import type { InspectOptions } from '../commands/inspect.js';
import { EXIT, type Host, type OutputFolder } from '../host.js';
import { isSystemError } from '../system-error.js';
import { copyOut } from './copy-out.js';
import { extractNode } from './extract.js';
import { listNode } from './list.js';
import { noteTo } from './note-to.js';
import { readableLink } from './read-link.js';
import type { Subject } from './subject.js';

/**
 * `--ls`, `--cat` and `--extract`: names, bytes and files from inside something.
 *
 * @param path From the subject; empty for the subject itself.
 * @returns The exit code.
 * @throws {FormatError} Where damage keeps the path from being followed or the file from being read.
 */
export function takeOut(subject: Subject, path: string, options: InspectOptions, host: Host): number {
  const note = noteTo(host);
  const found = findNode(subject.node, path, note);
  if (found === null) {
    host.err(`Cannot find ${plain(path)} in ${plain(subject.node.name)}`);
    return EXIT.unreadable;
  }
  if (options.ls !== undefined) {
    listNode(found, options.hash === true, host, note);
    return EXIT.ignore;
  }
  if (options.extract !== undefined) {
    const isOpened = path === '' || /[\\/]$/.test(path);
    const output = outputFolder(options.output, host);
    if (output === null) return EXIT.usage;
    const { failed } = extractNode(found, isOpened, output, host, note);
    return failed === 0 ? EXIT.ignore : EXIT.unreadable;
  }
  const { node } = found;
  const link = readableLink(node);
  if (link !== null || node.kind === 'folder') {
    const is = link === null ? 'a folder' : `a ${link.kind}${link.target === null ? '' : ` to ${plain(link.target)}`}`;
    host.err(`Cannot show ${plain(path)}: it is ${is}`);
    return EXIT.unreadable;
  }
  try {
    copyOut(node, (bytes) => host.outBytes(bytes), host);
    return EXIT.ignore;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    host.err(plain(error.message));
    return EXIT.unreadable;
  }
}

/** `null` where there is none to write to; why was said. */
function outputFolder(path: string | undefined, host: Host): OutputFolder | null {
  if (path === undefined) throw new Error('inspect: --extract came without --output');
  try {
    return host.openOutput(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    host.err(`Cannot extract to ${plain(path)}: ${plain(error.message)}`);
    return null;
  }
}
