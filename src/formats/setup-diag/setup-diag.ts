/** What SetupDiag's report says of an upgrade of Windows that failed. */
export interface SetupDiagFailure {
  /** HRESULT, unsigned. */
  readonly code: number;
  /** Phase and operation in which it failed: `0x2000C`. */
  readonly extension: string;
}

/** Reads the line that sums up; `null` for any other. */
export function readSetupDiagLine(text: string): SetupDiagFailure | null {
  const match = /^\s*Error ?[=:] ?0x([0-9a-fA-F]{8}) ?- ?(0x[0-9a-fA-F]{1,8})\b/.exec(text);
  return match === null ? null : { code: Number.parseInt(match[1], 16), extension: match[2] };
}
