/** What lines of SQL Server's Summary.txt say. */

export type SqlSummaryLine =
  | { readonly what: 'result'; readonly failed: boolean }
  /** Exit code, unsigned. */
  | { readonly what: 'exit-code'; readonly code: number };

export function readSqlSummaryLine(text: string): SqlSummaryLine | null {
  const result = /^\s*Final result:\s+(\S.*)$/.exec(text);
  if (result !== null) return { what: 'result', failed: /^Failed\b/i.test(result[1]) };
  const code = /^\s*Exit code \(Decimal\):\s+(-?\d{1,10})\s*$/.exec(text);
  return code === null ? null : { what: 'exit-code', code: Number(code[1]) >>> 0 };
}
