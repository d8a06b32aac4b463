/** What lines of a Windows Installer log say. */

export type MsiLine =
  /** A log begins. */
  | { readonly what: 'start' }
  | { readonly what: 'product'; readonly name: string }
  /** `Windows Installer installed the product. … error status: 1603.` Its words are translated, its order is not. */
  | { readonly what: 'status'; readonly name: string | null; readonly code: number }
  /** An action ended with a fatal error. */
  | { readonly what: 'action-failed'; readonly action: string }
  /** The engine ends with this exit code. */
  | { readonly what: 'returning'; readonly code: number }
  /** An error by number, such as 1612 or 1706. */
  | { readonly what: 'error'; readonly code: number };

const PRODUCT = /\bProduct: (.{1,200}?) -- /;
const STATUS = /^Product Name: (.{1,200}?)\. Product Version: .*?status: (\d{1,10})\./;
const STATUS_START = 'Product Name: ';
const ACTION = /^Action ended \d{1,2}:\d\d:\d\d: (\w[\w.]{0,80})\. Return value 3\./;
const RETURNING = /MainEngineThread is returning (\d{1,10})/;
const ERROR = /(?:-- |^)Error (1[0-9]{3}|2[0-9]{3})\./;

export function readMsiLine(text: string): MsiLine | null {
  if (/^(?:\ufeff)?=== (?:Verbose )?[Ll]ogging started: /.test(text)) return { what: 'start' };
  const statusAt = text.indexOf(STATUS_START);
  const status = statusAt < 0 ? null : STATUS.exec(text.slice(statusAt));
  if (status !== null) return { what: 'status', name: status[1], code: Number(status[2]) };
  const returning = RETURNING.exec(text);
  if (returning !== null) return { what: 'returning', code: Number(returning[1]) };
  const action = ACTION.exec(text.trimStart());
  if (action !== null) return { what: 'action-failed', action: action[1] };
  const error = ERROR.exec(text);
  if (error !== null) return { what: 'error', code: Number(error[1]) };
  const product = PRODUCT.exec(text);
  return product === null ? null : { what: 'product', name: product[1] };
}

/** Exit codes of Windows Installer that are no failures: done, and restart wanted or begun. */
export function isMsiSuccess(code: number): boolean {
  return code === 0 || code === 1641 || code === 3010;
}
