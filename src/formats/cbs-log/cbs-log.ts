/** What the messages of CBS.log say. */

/** An error code as servicing writes it: `[HRESULT = 0x800f0922 - CBS_E_INSTALLERS_FAILED]`. */
export interface CbsResult {
  /** HRESULT, unsigned. */
  readonly code: number;
  readonly symbol: string | null;
}

export type CbsMessage =
  /** A session has ended. `restart`: it wants one. */
  | { readonly what: 'session-end'; readonly session: string; readonly restart: boolean; readonly result: CbsResult }
  /** The execution of a session, or of one package of it, has ended. */
  | {
      readonly what: 'execution-end';
      readonly session: string | null;
      readonly package: string | null;
      readonly result: CbsResult;
    }
  /** The component store was found damaged. */
  | { readonly what: 'store-corrupt'; readonly category: string }
  /** Anything else that carries a result. */
  | { readonly what: 'result'; readonly result: CbsResult }
  | { readonly what: 'other' };

const HRESULT = /\[HRESULT = 0x([0-9a-fA-F]{1,8})(?: - ([A-Z0-9_]+))?\]/;
const SESSION_END = /Session: (\d+_\d+) finalized\. Reboot required: (yes|no)/i;
const EXECUTION_END = /Exec: Processing complete/i;
const SESSION = /[Ss]ession(?:\([^)]*\))?: (\d+_\d+)/;
const STORE_CORRUPT = /\(F\) Attempting to mark store corrupt with category \[[^\]]*\]'([^']{1,64})'/;
const PACKAGE = /\bPackage: ([^\s,[\]]+)/i;

export function readCbsMessage(message: string): CbsMessage {
  const result = readCbsResult(message);
  if (result !== null) {
    const end = SESSION_END.exec(message);
    if (end !== null) return { what: 'session-end', session: end[1], restart: end[2].toLowerCase() === 'yes', result };
    if (EXECUTION_END.test(message)) {
      const session = SESSION.exec(message)?.[1] ?? null;
      return { what: 'execution-end', session, package: PACKAGE.exec(message)?.[1] ?? null, result };
    }
    return { what: 'result', result };
  }
  const corrupt = STORE_CORRUPT.exec(message);
  return corrupt === null ? { what: 'other' } : { what: 'store-corrupt', category: corrupt[1] };
}

/** The result in brackets, or `null` where none stands. */
export function readCbsResult(text: string): CbsResult | null {
  const match = HRESULT.exec(text);
  if (match === null) return null;
  return { code: Number.parseInt(match[1], 16), symbol: match[2] ?? null };
}

/** `KB5034441` of `Package_for_KB5034441~31bf3856ad364e35~amd64~~19041.3920.1.1`, or of any text; `null` without one. */
export function readKb(text: string): string | null {
  const match = /\bKB ?(\d{6,8})(?!\d)/i.exec(text) ?? /_KB(\d{6,8})(?!\d)/i.exec(text);
  return match === null ? null : `KB${match[1]}`;
}

/** Whether a package was not wanted, cancelled or not of a kind to be installed: ordinary answers, no failures. */
export function isOrdinaryAnswer(code: number): boolean {
  return ORDINARY.has(code);
}

const ORDINARY = new Set([
  0x800f0805, // CBS_E_INVALID_PACKAGE: asked about what is no package, hundreds of times in healthy logs
  0x800f080d, // CBS_E_MANIFEST_INVALID_ITEM
  0x800f0823, // CBS_E_NEW_SERVICING_STACK_REQUIRED: asked again with the newer stack
  0x800f081e, // CBS_E_NOT_APPLICABLE
  0x800f0820, // CBS_E_CANCEL
  0x800f0816, // CBS_E_DPX_JOB_STATE_SAVED
  0x800704c7, // ERROR_CANCELLED
  0x800706ba, // RPC_S_SERVER_UNAVAILABLE: the event log is not up yet
  0x80070490, // ERROR_NOT_FOUND
  0x80070002, // ERROR_FILE_NOT_FOUND
]);
