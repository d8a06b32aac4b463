/** What `reagentc` prints: the registration of WinRE, and how each run of it ended. */

import { commandOf, type Line, undress } from '../text/text.js';
import { readReagentcInfo } from './info.js';
import { readOutcome, reagentcVerb } from './outcome.js';
import type { ReagentcInfo, ReagentcOutcome, ReagentcReading, ReagentcVerb } from './reading.js';

export type { ReagentcInfo, ReagentcOutcome, ReagentcReading, ReagentcReason, ReagentcVerb } from './reading.js';

/** How far below its command an answer may stand, in lines. */
const ANSWER_LINES_MAX = 60;

/**
 * Reads every output of `reagentc` in a text, whatever its display language: the registration by the order and
 * form of its values, outcomes by the program's name, their codes and, for what has no code, by known words.
 */
export function readReagentc(dressed: readonly Line[]): ReagentcReading[] {
  const lines = undress(dressed);
  const readings: ReagentcReading[] = [];
  const successSentences = new Set<string>();
  let verb: { verb: ReagentcVerb; index: number } | null = null;
  let lastInfo: ReagentcInfo | null = null;

  for (let index = 0; index < lines.length; index++) {
    const text = lines[index].text;
    if (text.length > 2000) continue;
    const command = commandOf(text);
    if (command !== null && !/REAGENTC\.EXE\s*:/i.test(command.text)) {
      const typed = reagentcVerb(command.text);
      verb = typed === null ? null : { verb: typed, index };
      if (typed !== null)
        readings.push({ kind: 'command', verb: typed, firstLine: lines[index].number, lastLine: lines[index].number });
      continue;
    }
    const info = readReagentcInfo(lines, index);
    if (info !== null) {
      readings.push(info.reading);
      lastInfo = info.reading;
      index = info.nextIndex - 1;
      continue;
    }
    const followsInfo = lastInfo !== null && lines[index].number - lastInfo.lastLine <= 4;
    const outcome = readOutcome(lines, index, successSentences, followsInfo);
    if (outcome === null) continue;
    const isNear = verb !== null && index - verb.index <= ANSWER_LINES_MAX;
    addOutcome(readings, {
      ...outcome.reading,
      verb: isNear && verb !== null ? verb.verb : followsInfo ? 'info' : null,
    });
    index = outcome.nextIndex - 1;
  }
  return readings;
}

/** `reagentc` follows a code by a sentence without one: both are one outcome. */
function addOutcome(readings: ReagentcReading[], outcome: ReagentcOutcome): void {
  const before = readings.at(-1);
  if (before?.kind === 'outcome' && !before.ok && !outcome.ok && outcome.firstLine - before.lastLine <= 3) {
    const isDifferent = before.code !== null && outcome.code !== null && before.code !== outcome.code;
    if (!isDifferent) {
      readings[readings.length - 1] = {
        ...before,
        code: before.code ?? outcome.code,
        reason: before.reason ?? outcome.reason,
        lastLine: outcome.lastLine,
      };
      return;
    }
  }
  readings.push(outcome);
}
