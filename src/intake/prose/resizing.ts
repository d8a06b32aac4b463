/** What people did to the partition, and whether the update went in afterwards. */

import { type Clause, has, isDenied, isSeen, isTold, named, type Told } from './clauses.js';

export function readResizing(clauses: readonly Clause[]): Told[] {
  const told: Told[] = [];
  for (const clause of clauses) {
    if (shrinkRefused(clause)) told.push({ kind: 'statement', value: { claim: 'shrink-refused', kb: null }, clause });
    if (!enlarged(clause)) continue;
    const outcome = outcomeOf(clause, clauses);
    if (outcome === 'solved')
      told.push({ kind: 'statement', value: { claim: 'enlarged-and-solved', kb: null }, clause });
    if (outcome === 'useless') {
      told.push({ kind: 'statement', value: { claim: 'enlarged-without-success', kb: null }, clause });
    }
  }
  return told;
}

/** The Windows volume gives no room. */
function shrinkRefused(clause: Clause): boolean {
  if (!isSeen(clause) || !has(clause, 'shrink')) return false;
  const about = named(clause, 'os-volume') || (clause.things.length === 0 && clause.carried !== 'recovery-partition');
  return about && has(clause, 'cannot', 'refuses', 'fail');
}

/** It was done, and to the recovery partition. */
function enlarged(clause: Clause): boolean {
  if (!isTold(clause) || has(clause, 'cannot', 'needs')) return false;
  if (remade(clause)) return true;
  if (!has(clause, 'enlarge')) return false;
  if (named(clause, 'recovery-partition')) return true;
  if (named(clause, 'os-volume')) return false;
  return clause.aboutWinRe && (has(clause, 'partition', 'it') || clause.carried === 'recovery-partition');
}

/** Windows was shrunk, or the partition deleted, to make it anew: nobody makes it smaller. */
function remade(clause: Clause): boolean {
  if (!has(clause, 'create') || !named(clause, 'recovery-partition')) return false;
  return clause.beside.some((other) => has(other, 'shrink', 'delete'));
}

type Outcome = 'solved' | 'useless' | null;

/** Looked for in the clause, in what follows in the sentence, before it in the sentence, and in the next sentence. */
function outcomeOf(clause: Clause, clauses: readonly Clause[]): Outcome {
  const same = clause.beside.filter(isSeen);
  const later = same.filter((other) => other.index >= clause.index);
  const earlier = same.filter((other) => other.index < clause.index).reverse();
  const next = (clauses[(clause.beside.at(-1)?.index ?? clause.index) + 1]?.beside ?? []).filter(isSeen);
  for (const other of [...later, ...earlier]) {
    const outcome = outcomeIn(other, true);
    if (outcome !== null) return outcome;
  }
  for (const other of next) {
    const outcome = outcomeIn(other, false);
    if (outcome !== null) return outcome;
  }
  return null;
}

/** `close`: in the sentence of the act, where "it fails" is said of what was done. */
function outcomeIn(clause: Clause, close: boolean): Outcome {
  if (has(clause, 'useless')) return 'useless';
  if (has(clause, 'fail') && has(clause, 'missing') && !isDenied(clause)) return 'solved'; // the error is gone
  const good = has(clause, 'solved', 'succeed');
  if (good) return isDenied(clause) ? 'useless' : 'solved';
  if (close && has(clause, 'fail') && !isDenied(clause)) return 'useless';
  return null;
}
