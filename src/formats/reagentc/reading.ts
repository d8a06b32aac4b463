export type ReagentcVerb = 'info' | 'enable' | 'disable' | 'setreimage' | 'boottore' | 'mountre' | 'other';

export type ReagentcReason =
  | 'image-not-found'
  | 'bitlocker-volume'
  | 'bcd-not-updated'
  | 'already-enabled'
  | 'already-disabled'
  | 'not-elevated'
  | 'installation-not-found'
  | 'not-supported'
  | 'no-space';

interface Span {
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The answer of `reagentc /info`. `null`: the line is not there or was made unreadable. */
export interface ReagentcInfo extends Span {
  readonly kind: 'info';
  readonly enabled: boolean | null;
  /** Path of the active image as printed; empty where the field is. */
  readonly location: string | null;
  readonly disk: number | null;
  readonly partition: number | null;
  readonly letter: string | null;
  /** Lower case without braces. */
  readonly bcdId: string | null;
  /** `Windows RE Version`, on builds that print it. */
  readonly version: string | null;
}

/** How one run ended. */
export interface ReagentcOutcome extends Span {
  readonly kind: 'outcome';
  readonly verb: ReagentcVerb | null;
  readonly ok: boolean;
  /** Win32 code or HRESULT, unsigned. */
  readonly code: number | null;
  readonly reason: ReagentcReason | null;
  readonly quote: string;
}

export interface ReagentcCommand extends Span {
  readonly kind: 'command';
  readonly verb: ReagentcVerb;
}

export type ReagentcReading = ReagentcInfo | ReagentcOutcome | ReagentcCommand;
