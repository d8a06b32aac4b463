import { plain } from '../report/plain.js';
import type { Host } from './host.js';

/** A source that takes longer than this, in milliseconds, is named on standard error. */
const QUIET_MS = 1000;

/** Says on standard error what takes long. Reading is synchronous, so a source is named when the next one begins. */
export function progressTo(host: Host): {
  readonly source: (name: string, size: number) => void;
  readonly end: () => void;
} {
  let current: { readonly name: string; readonly size: number; readonly since: number } | null = null;
  const finish = () => {
    if (current === null) return;
    const seconds = (host.now() - current.since) / 1000;
    if (seconds * 1000 > QUIET_MS) host.err(`Read ${plain(current.name)} in ${seconds.toFixed(1)} s`);
  };
  return {
    source(name, size) {
      finish();
      current = { name, size, since: host.now() };
      if (size > LARGE_BYTES) host.err(`Reading ${plain(name)}, ${Math.round(size / 1e6)} MB ...`);
    },
    end: finish,
  };
}

/** Above this a source will take more than a second on most machines, in bytes: it is named before it is read. */
const LARGE_BYTES = 200_000_000;
