/** Readings of error codes: known ones from the table, unknown ones taken apart. */
import type { CauseId } from '../causes.js';
import { type DecodedCode, decodeHresult } from '../decode.js';
import { type ErrorCodeRow, hexOf, hresultOfWin32 } from '../error-codes.js';
import type { Knowledge } from '../knowledge.js';
import { misclaimsAbout } from '../misclaims.js';
import { blank, type Explanation, fact, word } from './explanation.js';

const WIN32_MAX = 0xffff;

/** What is known of a 32-bit code. */
export function explainCode(value: number, knowledge: Knowledge): Explanation {
  const row = knowledge.errorCodes.find(hexOf(value));
  return row === undefined ? explainUnknownCode(value, knowledge) : explainCodeRow(row, knowledge);
}

/** What is known of a Win32 code; `null` where the table does not hold it. */
export function explainWin32(code: number, knowledge: Knowledge): Explanation | null {
  const row = knowledge.errorCodes.find(hexOf(hresultOfWin32(code)));
  return code > WIN32_MAX || row === undefined ? null : explainCodeRow(row, knowledge);
}

export function explainCodeRow(row: ErrorCodeRow, knowledge: Knowledge): Explanation {
  const twins = knowledge.errorCodes
    .rows()
    .filter((other) => other !== row && other.win32 === row.win32 && row.win32 !== null);
  return {
    ...blank('error-code', row.id, row.symbol === null ? row.id : `${row.id} ${row.symbol}`),
    meaning: row.meaning,
    inWinRe: row.inWinRe,
    facts: [
      ...fact('hex', row.hex),
      ...fact('signed', row.int32),
      ...fact('win32', row.win32),
      ...fact('family', word(`family-${row.family}`)),
    ],
    causes: causesOf(row.causes, knowledge),
    claims: misclaimsAbout(row.id, knowledge.misclaims),
    related: [...twins, ...updatesShowing(row.id, knowledge)].map((other) => other.id),
    source: row.source,
    confidence: row.confidence,
    checked: row.checked,
  };
}

/** Updates that are known to have shown this code. */
const updatesShowing = (code: string, { updates }: Knowledge) =>
  updates.rows().filter(({ knownIssues }) => knownIssues.some((issue) => issue.code === code));

function explainUnknownCode(value: number, knowledge: Knowledge): Explanation {
  const decoded = decodeHresult(value);
  const inner = decoded.win32 === null ? null : explainWin32(decoded.win32, knowledge);
  return {
    ...blank('error-code', decoded.hex, decoded.symbol === null ? decoded.hex : `${decoded.hex} ${decoded.symbol}`),
    known: decoded.symbol !== null,
    meaning: decoded.meaning,
    facts: decodedFacts(decoded),
    related: inner === null ? [] : [inner.key],
  };
}

function decodedFacts(decoded: DecodedCode): Explanation['facts'] {
  const { facility } = decoded;
  return [
    ...fact('kind', word(decoded.kind)),
    ...fact('severity', word(`severity-${decoded.severity}`)),
    ...fact('facility', facility.name === null ? String(facility.number) : `${facility.number}, ${facility.name}`),
    ...fact('code', `${decoded.code} (0x${decoded.code.toString(16)})`),
    ...fact('win32', decoded.win32),
    ...fact('signed', decoded.int32),
    ...(decoded.customer ? fact('customer', word('customer')) : []),
  ];
}

/** Rows of the causes that a code names. */
export function causesOf(ids: readonly CauseId[], knowledge: Knowledge): Explanation['causes'] {
  return ids.flatMap((id) => {
    const row = knowledge.causes.find(id);
    return row === undefined ? [] : [{ id, answer: row.answer, title: row.title }];
  });
}
