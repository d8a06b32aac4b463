/** What was tried, and what else stands around the failure. */

import type { StatementId } from '../../evidence/kinds/other.js';
import { type Clause, has, hasWord, isDenied, isSeen, isTold, named, type Told } from './clauses.js';

const REPAIR_TOOLS = /^(sfc|dism|restorehealth|scannow|scanhealth|checkhealth)$/;
const STORES = /^(softwaredistribution|catroot2)$/;

export function readTried(clauses: readonly Clause[]): Told[] {
  const told: Told[] = [];
  for (const clause of clauses) {
    for (const claim of claimsIn(clause, clauses)) told.push({ kind: 'statement', value: { claim, kb: null }, clause });
    if (awaitsRestart(clause)) {
      const value = { indicator: 'shown-to-person', present: true, strength: 'strong', detail: null } as const;
      told.push({ kind: 'pending-restart', value, clause });
    }
  }
  return told;
}

function claimsIn(clause: Clause, clauses: readonly Clause[]): StatementId[] {
  const claims: StatementId[] = [];
  if (restarted(clause)) claims.push(has(clause, 'restarted-often') ? 'restarted-several-times' : 'restarted');
  if (awaitsRestart(clause)) claims.push('restart-awaited');
  if (!isTold(clause)) return claims;
  const denied = isDenied(clause);
  if (has(clause, 'restart-loop') && !denied) claims.push('servicing-stuck');
  claims.push(...repairs(clause, clauses));
  if (stores(clause) && !denied && !has(clause, 'cannot', 'needs')) claims.push('history-reset');
  if (has(clause, 'by-hand') && has(clause, 'succeed', 'solved') && !denied) claims.push('manual-install-works');
  if (has(clause, 'antivirus') && has(clause, 'blocks') && !denied) claims.push('antivirus-blocks');
  if (has(clause, 'not-elevated')) claims.push('not-elevated');
  if (has(clause, 'converted') && !denied && converts(clause)) claims.push('converted-mbr-to-gpt');
  if (has(clause, 'relocated') && !denied && !has(clause, 'cannot')) claims.push('layout-changed');
  return claims;
}

/** It was done: a denial before it is "not restarted", behind it "the restart did not help". */
function restarted(clause: Clause): boolean {
  if (!isTold(clause) || has(clause, 'needs', 'waiting', 'restart-awaited')) return false;
  return clause.segment.mentions.some((mention) => {
    if (mention.concept !== 'restarted' && mention.concept !== 'restarted-often') return false;
    return !clause.segment.mentions.some(
      ({ concept, last }) =>
        (concept === 'not' || concept === 'none') && last < mention.first && mention.first - last <= 4,
    );
  });
}

/** Another update, or Windows, waits for a restart. */
function awaitsRestart(clause: Clause): boolean {
  if (!isTold(clause) || isDenied(clause) || has(clause, 'restart-loop', 'formerly', 'missing')) return false;
  if (has(clause, 'restart-awaited')) return true;
  return has(clause, 'other') && has(clause, 'windows-update') && has(clause, 'waiting') && has(clause, 'restart');
}

function repairs(clause: Clause, clauses: readonly Clause[]): StatementId[] {
  const here = hasWord(clause.atoms, REPAIR_TOOLS);
  const before = clauses[clause.index - 1];
  const goesOn =
    before !== undefined && before.sentenceIndex === clause.sentenceIndex && hasWord(before.atoms, REPAIR_TOOLS);
  if ((!here && !goesOn) || named(clause, 'image')) return [];
  if (has(clause, 'clean')) return ['store-clean'];
  return has(clause, 'damaged', 'corrupt') && !isDenied(clause) ? ['store-corrupt'] : [];
}

function stores(clause: Clause): boolean {
  const mentioned =
    hasWord(clause.atoms, STORES) || clause.atoms.some(({ text }) => /\\softwaredistribution/.test(text));
  return mentioned && isSeen(clause);
}

function converts(clause: Clause): boolean {
  return hasWord(clause.sentence.atoms, /^(mbr2gpt|gpt)$/);
}
