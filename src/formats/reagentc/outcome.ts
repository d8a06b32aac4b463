import { hasStem as has, type Line } from '../text/text.js';
import type { ReagentcOutcome, ReagentcReason, ReagentcVerb } from './reading.js';
import { WORDS } from './words.js';

const PROGRAM = /REAGENTC(?:\.EXE)?\s*:/i;
/** A bare code at the end of a sentence of any language: `Operation failed: 3bc3`. */
const CODE = /^[^:]{3,60}:\s*(?:0x)?([0-9a-f]{1,8})(?:\.?$|[\s,;)"'](?!\w+\s*:))/i;
const ACCESS_DENIED = 5;
const DISK_FULL = 0x70;
/** What builds before 24H2 answer to the verbs of quick machine recovery. */
const UNKNOWN_VERB = 0xc142011c;

/** The verb of a typed command, `null` where it is not `reagentc`. */
export function reagentcVerb(command: string): ReagentcVerb | null {
  const match = /(?:^|[\s\\/"&.])reagentc(?:\.exe)?"?(?:\s+[/-]+(\w+))?/i.exec(command);
  if (match === null) return null;
  const verb = (match[1] ?? '').toLowerCase();
  const known: readonly ReagentcVerb[] = ['info', 'enable', 'disable', 'setreimage', 'boottore', 'mountre'];
  return known.find((name) => name === verb) ?? 'other';
}

/**
 * Reads an outcome that stands at `index`.
 *
 * @param successSentences Sentences that followed an understood answer: success in this display language.
 * @param followsInfo Whether an understood answer of `/info` ends right above.
 */
export function readOutcome(
  lines: readonly Line[],
  index: number,
  successSentences: Set<string>,
  followsInfo: boolean,
): { reading: ReagentcOutcome; nextIndex: number } | null {
  const { text, number } = lines[index];
  const said = text.split(PROGRAM).slice(1); // PowerShell repeats the name; web pages join lines
  if (said.length === 0) return readUnnamed(lines, index);

  let last = index;
  while (last < index + 3 && isContinuation(lines[last + 1], said[said.length - 1].trim())) {
    last++;
    said[said.length - 1] += ` ${lines[last].text.trim()}`;
  }
  const judged = said
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => judge(sentence, successSentences, followsInfo))
    .filter((one) => one !== null);
  const reading = judged.find((one) => one.code !== null) ?? judged.find((one) => one.reason !== null) ?? judged[0];
  if (reading === undefined) return null;
  const place = { firstLine: number, lastLine: lines[last].number, quote: text.trim() };
  return { reading: { kind: 'outcome', verb: null, ...reading, ...place }, nextIndex: last + 1 };
}

/** Whether a console of 80 columns wrapped the sentence to this line. */
function isContinuation(line: Line | undefined, sentence: string): boolean {
  if (line === undefined || sentence.length < 40 || /[.。:]$/.test(sentence)) return false;
  const text = line.text.trim();
  return text !== '' && text.length < 120 && !/REAGENTC|^\+|[>\\]/i.test(text);
}

type Judged = Pick<ReagentcOutcome, 'ok' | 'code' | 'reason'>;

function judge(sentence: string, successSentences: Set<string>, followsInfo: boolean): Judged | null {
  const code = CODE.exec(sentence);
  if (code !== null) {
    const value = Number.parseInt(code[1], 16);
    return { ok: false, code: value, reason: reasonOfCode(value) };
  }
  const reason = reasonOfWords(sentence);
  if (reason !== null) return { ok: false, code: null, reason };
  if (has(sentence, WORDS.success) && !has(sentence, WORDS.failure)) {
    successSentences.add(sentence);
    return { ok: true, code: null, reason: null };
  }
  if (has(sentence, WORDS.failure)) return { ok: false, code: null, reason: null };
  if (followsInfo || successSentences.has(sentence)) {
    successSentences.add(sentence); // the program says so after it answered: whatever it says means success
    return { ok: true, code: null, reason: null };
  }
  return null; // words of a language that we do not know: left alone
}

function reasonOfCode(code: number): ReagentcReason | null {
  if (code === ACCESS_DENIED) return 'not-elevated';
  if (code === DISK_FULL) return 'no-space';
  return code === UNKNOWN_VERB ? 'not-supported' : null;
}

/** What a sentence of `reagentc` means, by the words in it that matter. */
function reasonOfWords(sentence: string): ReagentcReason | null {
  if (/BitLocker/i.test(sentence)) return 'bitlocker-volume';
  if (has(sentence, WORDS.elevated)) return 'not-elevated';
  const isMissing = has(sentence, WORDS.notFound);
  if (isMissing && has(sentence, WORDS.image)) return 'image-not-found';
  if (isMissing && has(sentence, WORDS.installation)) return 'installation-not-found';
  if (has(sentence, WORDS.already)) {
    if (has(sentence, WORDS.disabled)) return 'already-disabled';
    if (has(sentence, WORDS.enabled)) return 'already-enabled';
  }
  if (/\bBCD\b|Boot Configuration Data/i.test(sentence) || has(sentence, WORDS.bootData)) return 'bcd-not-updated';
  return null;
}

/** Sentences of `reagentc` that stand alone, where the program's name was left out or never printed. */
function readUnnamed(lines: readonly Line[], index: number): { reading: ReagentcOutcome; nextIndex: number } | null {
  const line = lines[index];
  const text = line.text.trim();
  if (text.length < 8 || text.length > 160 || !has(text, WORDS.program)) return null;
  const failed = /^(?:Operation failed|[^:]{4,40}):\s*(?:0x)?([0-9a-f]{1,8})\.?$/i.exec(text);
  const code = failed !== null && /^Operation failed/i.test(text) ? Number.parseInt(failed[1], 16) : null;
  const reason = code === null ? reasonOfWords(text) : reasonOfCode(code);
  if (code === null && (reason === null || !isWholeSentence(text))) return null;
  return {
    reading: {
      kind: 'outcome',
      verb: null,
      ok: false,
      code,
      reason,
      firstLine: line.number,
      lastLine: line.number,
      quote: text,
    },
    nextIndex: index + 1,
  };
}

/** A line that is one sentence and no more is output; a sentence inside a paragraph is somebody's telling. */
function isWholeSentence(text: string): boolean {
  return /^(?:The Windows RE image was not found|This command can only be executed from an elevated command prompt|Windows RE cannot be enabled on a volume with BitLocker Drive Encryption enabled|Windows RE is already (?:en|dis)abled|Unable to update Boot Configuration Data|The target Windows installation was not found)\b.{0,40}$/i.test(
    text,
  );
}
