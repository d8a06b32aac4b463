/** What the messages of WinRE servicing say, in its own logs and where others quote it. */

export type SpaceRefusal =
  | 'NotOnOSDisk'
  | 'InstallOnOSVolume'
  | 'NotAllowCleanupWinREPartition'
  | 'NoSpaceForShrink'
  | 'UnallocatedSpaceIsTooBig'
  | 'InsufficientFreeSpace'
  | 'NoRecoveryEnvironment'
  | 'NotScheduled'
  | 'FailedDiskUsageEstimate';

export type Scenario = 'ReplaceInPlace' | 'UpdateInPartition' | 'Repartition';

/** What one message says; it may say several things. */
export interface WinReAgentMessage {
  /** Four-part version, and whether it is in the image in use (`installed`), was found there (`current`) or is staged (`update`). */
  readonly version: { readonly role: 'current' | 'update' | 'installed'; readonly version: string } | null;
  /** Measures in bytes; `null` for each that the message does not name. */
  readonly space: {
    readonly totalBytes: number | null;
    readonly freeBytes: number | null;
    readonly imageBytes: number | null;
    readonly targetImageBytes: number | null;
    readonly requiredBytes: number | null;
  } | null;
  readonly scenario: Scenario | null;
  readonly refusal: SpaceRefusal | null;
  readonly step: 'stage-start' | 'commit-start' | 'commit-refused' | 'not-possible' | null;
  /** HRESULT, unsigned. */
  readonly code: number | null;
  readonly kb: string | null;
}

const VERSION =
  /\b(current|updated?|installed|target|new)\s+WinRE version:?\s*\[?\s*(\d{1,5}\.\d{1,5}\.\d{1,6}\.\d{1,6})\b/i;
const NUMBER = '\\s*(?:is|:|=)?\\s*\\[?\\s*(0x[0-9a-f]{1,14}|\\d{1,15})\\b';
const measure = (words: string) => new RegExp(`${words}${NUMBER}`, 'i');
const TOTAL = measure('WinRE partition total space');
const FREE = measure(', ?free space');
const IMAGE = measure(', ?winre size');
const TARGET = measure('target WinRE size');
const REQUIRED = measure('(?:free space requirement|required free space on recovery partition)');
const REFUSAL =
  /\b(NotOnOSDisk|InstallOnOSVolume|NotAllowCleanupWinREPartition|NoSpaceForShrink|UnallocatedSpaceIsTooBig|InsufficientFreeSpace|NoRecoveryEnvironment|NotScheduled|FailedDiskUsageEstimate)\b/;
const SCENARIO = /\b(ReplaceInPlace|UpdateInPartition|Repartition)\b/;
const CODE = /\b0x([0-9a-f]{8})\b/i;
const KB = /\bKB(\d{6,8})(?!\d)/i;

/** Reads one message; `null` where it is not about the servicing of WinRE. */
export function readWinReAgentMessage(text: string): WinReAgentMessage | null {
  const message: WinReAgentMessage = {
    version: readVersion(text),
    space: readSpace(text),
    scenario: readScenario(text),
    refusal: readRefusal(text),
    step: readStep(text),
    code: readFailure(text),
    kb: kbOf(text),
  };
  const { version, space, scenario, refusal, step } = message;
  if (version === null && space === null && scenario === null && refusal === null && step === null) return null;
  return message;
}

function readVersion(text: string): WinReAgentMessage['version'] {
  const match = VERSION.exec(text);
  if (match === null) return null;
  const word = match[1].toLowerCase();
  const role = word === 'current' || word === 'installed' ? word : 'update';
  return { role, version: match[2] };
}

function readSpace(text: string): WinReAgentMessage['space'] {
  const isSpaceLine = TOTAL.test(text);
  const requiredBytes = bytesOf(REQUIRED, text);
  if (!isSpaceLine && requiredBytes === null) return null;
  return {
    totalBytes: bytesOf(TOTAL, text),
    freeBytes: isSpaceLine ? bytesOf(FREE, text) : null,
    imageBytes: isSpaceLine ? bytesOf(IMAGE, text) : null,
    targetImageBytes: isSpaceLine ? bytesOf(TARGET, text) : null,
    requiredBytes,
  };
}

function bytesOf(pattern: RegExp, text: string): number | null {
  const value = Number(pattern.exec(text)?.[1] ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : null;
}

/** The scenario chosen; a message that only says what a scenario would need names it before a colon. */
function readScenario(text: string): Scenario | null {
  if (/^\W*UpdateInPartition: Required/i.test(text)) return null;
  return (SCENARIO.exec(text)?.[1] ?? null) as Scenario | null;
}

function readRefusal(text: string): SpaceRefusal | null {
  if (/not enough space to shrink from OS/i.test(text)) return 'NoSpaceForShrink';
  return (REFUSAL.exec(text)?.[1] ?? null) as SpaceRefusal | null;
}

function readStep(text: string): WinReAgentMessage['step'] {
  if (/\bcannot commit WinRE servicing\b/i.test(text)) return 'commit-refused';
  if (/execution scenario is not implemented|servicing (?:is )?not possible/i.test(text)) return 'not-possible';
  if (/\bstart executing commit operations?\b/i.test(text)) return 'commit-start';
  return /\bstart executing stage operations?\b/i.test(text) ? 'stage-start' : null;
}

/** A failing HRESULT, or `null`. */
export function readFailure(text: string): number | null {
  const match = CODE.exec(text);
  const code = match === null ? 0 : Number.parseInt(match[1], 16);
  return code >= 0x8000_0000 ? code : null;
}

function kbOf(text: string): string | null {
  const match = KB.exec(text);
  return match === null ? null : `KB${match[1]}`;
}
