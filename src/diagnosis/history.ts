import type { Evidence } from '../evidence/model.js';
import type { Judged } from './derive/judged.js';

/** Whether a history was read that would show a failure, and shows none. */
export function historyIsRead(judged: Evidence<Judged>): boolean {
  return judged.state === 'absent';
}
