/** RollbackInfo.ini: what servicing would need to take its work back. */
export interface RollbackInfo {
  readonly commitStarted: boolean | null;
  readonly commitCompleted: boolean | null;
  readonly copiedWimPath: string | null;
  readonly backupWimPath: string | null;
}

/** Reads RollbackInfo.ini; `null` if it is another file. */
export function readRollbackInfo(text: string): RollbackInfo | null {
  const values = new Map<string, string>();
  let section = '';
  for (const line of text.split(/\r?\n/).slice(0, LINES_MAX)) {
    const head = /^\s*\[([^\]]{1,64})\]\s*$/.exec(line);
    if (head !== null) section = head[1].toLowerCase();
    const entry = /^\s*([^=;]{1,64}?)\s*=\s*(.*?)\s*$/.exec(line);
    if (entry !== null) values.set(`${section}/${entry[1].toLowerCase()}`, entry[2]);
  }
  const copiedWimPath = values.get('generalinfo/copiedwimpath') ?? null;
  const backupWimPath = values.get('generalinfo/backupwimpath') ?? null;
  const commitStarted = yesOrNo(values.get('executioninfo/commitstart'));
  const commitCompleted = yesOrNo(values.get('executioninfo/commitcomplete'));
  if (copiedWimPath === null && backupWimPath === null && commitStarted === null) return null;
  return { commitStarted, commitCompleted, copiedWimPath, backupWimPath };
}

const LINES_MAX = 1000;

function yesOrNo(value: string | undefined): boolean | null {
  if (value === undefined) return null;
  return /^yes$/i.test(value);
}
