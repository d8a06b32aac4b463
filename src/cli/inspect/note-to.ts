import type { Note } from '../../bytes/format-error.js';
import { plain } from '../../report/plain.js';
import type { Host } from '../host.js';

/** Defects that are told one by one; a badly damaged volume has thousands. */
const TOLD_MAX = 20;

/** Tells defects on standard error, each once, and not all of very many. */
export function noteTo(host: Host): Note {
  const told = new Set<string>();
  return ({ message }) => {
    if (told.size > TOLD_MAX || told.has(message)) return;
    told.add(message);
    host.err(told.size > TOLD_MAX ? 'More is damaged than is told here.' : plain(message));
  };
}
