/** Weighs the facts of one text against each other: who says two things means the later, or is not understood. */

import type { OsVersion } from '../../evidence/kinds/device.js';
import type { KindId } from '../../evidence/model.js';
import { type Clause, has, isSeen, type Told } from './clauses.js';
import { apartFrom, machinesOf } from './machines.js';
import { codesIn } from './updates.js';

type ToldOf<K extends KindId> = Extract<Told, { kind: K }>;

/** Facts in the order of the text, without doubles and without what the text takes back. */
export function settle(told: readonly Told[], clauses: readonly Clause[]): Told[] {
  const ordered = [...told].sort((a, b) => a.clause.index - b.clause.index);
  const steps = [
    doubtSuccess,
    pairCodes,
    lastState,
    oneWindows,
    restartsDone,
    lastOutcome,
    printedEncryption,
    explainedRuns,
    once,
  ];
  return steps.reduce<Told[]>((facts, step) => step(facts, clauses), ordered);
}

const isFailure = (fact: Told): fact is ToldOf<'update-event'> =>
  fact.kind === 'update-event' && fact.value.what === 'install-failed';

/** A code in one sentence and an update in another belong together where there is one of each. */
function pairCodes(facts: Told[]): Told[] {
  const failures = facts.filter(isFailure);
  const codes = [...new Set(failures.map(({ value }) => value.code).filter((code) => code !== null))];
  const only = codes.length === 1 ? (codes[0] ?? null) : null;
  const failing = new Set(failures.map(({ value }) => value.kb).filter((kb) => kb !== null));
  const asked = facts.filter(
    (fact): fact is ToldOf<'statement'> => fact.kind === 'statement' && fact.value.claim === 'asks-about-failure',
  );
  const single = failing.size === 0 && new Set(asked.map(({ value }) => value.kb)).size === 1 ? asked[0] : undefined;
  const named = failing.size > 0 || single !== undefined;
  return facts.flatMap((fact): Told[] => {
    if (isFailure(fact)) {
      if (fact.value.kb === null) return named && only !== null ? [] : [fact];
      return fact.value.code === null && only !== null ? [{ ...fact, value: { ...fact.value, code: only } }] : [fact];
    }
    if (fact === single && only !== null && single.value.kb !== null) {
      const value = {
        what: 'install-failed',
        kb: single.value.kb,
        title: null,
        updateId: null,
        code: only,
        count: null,
      } as const;
      return [{ kind: 'update-event', value, clause: fact.clause, when: fact.when }];
    }
    return [fact];
  });
}

/**
 * "It says installed" and afterwards "it fails" or "it comes back": the trouble stands, unless only the history is
 * said to show it. A success that is doubted is worse than none.
 */
function doubtSuccess(facts: Told[], clauses: readonly Clause[]): Told[] {
  const latest = new Map<string | null, number>(); // by update; null: of none in particular
  for (const clause of clauses) {
    if (!isSeen(clause) || has(clause, 'still-listed', 'history', 'formerly')) continue;
    const fails = has(clause, 'fail') || (clause.kbs.length > 0 && codesIn(clause).length > 0);
    const trouble = has(clause, 'useless', 'offered') || (fails && !has(clause, 'solved', 'succeed', 'none'));
    if (!trouble) continue;
    for (const kb of clause.kbs.length === 0 ? [null] : clause.kbs) latest.set(kb, clause.index);
  }
  const doubted = (kb: string, { index }: Clause) => Math.max(latest.get(kb) ?? -1, latest.get(null) ?? -1) > index;
  const failing = facts.filter(isFailure).map(({ clause }) => clause);
  const elsewhere = apartFrom(machinesOf(clauses), failing);
  return facts.map((fact): Told => {
    const { kind, value, clause, when } = fact;
    const success =
      (kind === 'update-event' && value.what === 'install-succeeded') ||
      (kind === 'statement' && value.claim === 'update-installed');
    if (!success || value.kb === null) return fact;
    if (!doubted(value.kb, clause) && !contradicted(clause) && !elsewhere(clause)) return fact;
    return { kind: 'statement', value: { claim: 'asks-about-failure', kb: value.kb }, clause, when };
  });
}

/** "It cannot be installed although the history says so": without a restart in between, one of the two is wrong. */
function contradicted(clause: Clause): boolean {
  if (!has(clause, 'history', 'advises')) return false;
  if (clause.beside.some((other) => has(other, 'restarted', 'restarted-often'))) return false;
  return clause.beside.some((other) => other.index < clause.index && has(other, 'fail', 'cannot'));
}

/** Of several words on whether WinRE is on, the last holds, unless it was switched on since. */
function lastState(facts: Told[]): Told[] {
  const isState = (fact: Told) => fact.kind === 'winre-config' && fact.value.enabled !== null;
  const last = facts.findLast(isState);
  const switchedOn = facts.findLast(
    (fact) => fact.kind === 'reagentc-operation' && fact.value.verb === 'enable' && fact.value.ok,
  );
  const isOld = last !== undefined && switchedOn !== undefined && switchedOn.clause.index > last.clause.index;
  return facts.filter((fact) => !isState(fact) || (fact === last && !isOld));
}

/** One machine runs one Windows: where two are named, neither is taken. What agrees is joined by those who weigh. */
function oneWindows(facts: Told[]): Told[] {
  const versions = facts.filter((fact): fact is ToldOf<'os-version'> => fact.kind === 'os-version');
  const products = new Set(versions.map(({ value }) => value.product).filter((product) => product !== null));
  const releases = new Set(versions.map(({ value }) => value.release).filter((release) => release !== null));
  if (products.size > 1) return facts.filter((fact) => fact.kind !== 'os-version' || fact.value.product === null);
  if (releases.size <= 1) return facts;
  return facts.map((fact): Told => {
    if (fact.kind !== 'os-version') return fact;
    const value: OsVersion = { ...fact.value, release: null };
    return { ...fact, value };
  });
}

/** A restart that is told after one was awaited has been made. */
function restartsDone(facts: Told[]): Told[] {
  const done = facts
    .filter((fact) => fact.kind === 'statement' && /^restarted/.test(fact.value.claim))
    .map(({ clause }) => clause.index);
  const latest = done.at(-1) ?? -1;
  const awaits = (fact: Told) =>
    fact.kind === 'pending-restart' || (fact.kind === 'statement' && fact.value.claim === 'restart-awaited');
  return facts.filter((fact) => !(awaits(fact) && fact.clause.index < latest));
}

/** First in vain, then with success: the last attempt counts. */
function lastOutcome(facts: Told[]): Told[] {
  const isOutcome = (fact: Told) =>
    fact.kind === 'statement' && /^enlarged-(and-solved|without-success)$/.test(fact.value.claim);
  const last = facts.findLast(isOutcome);
  return facts.filter((fact) => !isOutcome(fact) || fact === last);
}

/** What BitLocker prints says more than "off" in the words around it. */
function printedEncryption(facts: Told[]): Told[] {
  const printed = (fact: Told) =>
    fact.kind === 'volume-encryption' && !['unknown', 'encrypted'].includes(fact.value.state);
  if (!facts.some(printed)) return facts;
  return facts.filter((fact) => fact.kind !== 'volume-encryption' || printed(fact));
}

/** "It refuses: ..." is one run, told twice; the telling with the reason stays. */
function explainedRuns(facts: Told[]): Told[] {
  const says = (fact: Told) =>
    fact.kind === 'reagentc-operation' && !fact.value.ok && (fact.value.reason ?? fact.value.code) !== null;
  const explained = new Set(facts.filter(says).map(({ clause }) => clause.sentenceIndex));
  const bare = (fact: Told) => fact.kind === 'reagentc-operation' && !fact.value.ok && !says(fact);
  return facts.filter((fact) => !(bare(fact) && explained.has(fact.clause.sentenceIndex)));
}

/** The same thing said twice is one fact. */
function once(facts: Told[]): Told[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = `${fact.kind} ${JSON.stringify(fact.value)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
