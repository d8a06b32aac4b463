/** What the messages of dism.log say. */

export interface DismMessage {
  /** HRESULT, unsigned; `null` where the message shows none. */
  readonly code: number | null;
  /** The whole command failed, as DISM itself sums it up at its end. */
  readonly endsCommand: boolean;
}

const RESULT = /\(hr:0x([0-9a-fA-F]{8})\)|HRESULT ?= ?(?:0x)?([0-9a-fA-F]{8})\b/;
const COMMAND_FAILED = /^DISM\.EXE: .*processed the command line but failed\b/;

export function readDismMessage(message: string): DismMessage {
  const match = RESULT.exec(message);
  const hex = match?.[1] ?? match?.[2];
  return { code: hex === undefined ? null : Number.parseInt(hex, 16), endsCommand: COMMAND_FAILED.test(message) };
}
