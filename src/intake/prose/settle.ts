/** Weighs the facts of one text against each other: who says two things means the later, or is not understood. */

import type { OsVersion } from '../../evidence/kinds/device.js';
import type { KindId } from '../../evidence/model.js';
import { has, type Told } from './clauses.js';

type ToldOf<K extends KindId> = Extract<Told, { kind: K }>;

/** Facts in the order of the text, without doubles and without what the text takes back. */
export function settle(told: readonly Told[]): Told[] {
  const ordered = [...told].sort((a, b) => a.clause.index - b.clause.index);
  const steps = [
    pairCodes,
    doubtSuccess,
    lastState,
    oneWindows,
    restartsDone,
    lastOutcome,
    printedEncryption,
    explainedRuns,
    once,
  ];
  return steps.reduce<Told[]>((facts, step) => step(facts), ordered);
}

const isFailure = (fact: Told): fact is ToldOf<'update-event'> =>
  fact.kind === 'update-event' && fact.value.what === 'install-failed';

/** A code in one sentence and an update in another belong together where there is one of each. */
function pairCodes(facts: Told[]): Told[] {
  const failures = facts.filter(isFailure);
  const loose = failures.filter(({ value }) => value.kb === null);
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
      if (fact.value.kb === null) return named && only !== null && loose.includes(fact) ? [] : [fact];
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

/** "It was installed" and afterwards "it fails": the failure stands, unless it is said of the history only. */
function doubtSuccess(facts: Told[]): Told[] {
  const failedLater = (kb: string, index: number) =>
    facts.some(
      (fact) =>
        isFailure(fact) &&
        fact.value.kb === kb &&
        fact.clause.index >= index &&
        !has(fact.clause, 'still-listed', 'history', 'formerly'),
    );
  return facts.filter((fact) => {
    if (fact.kind === 'update-event' && fact.value.what === 'install-succeeded' && fact.value.kb !== null) {
      return !failedLater(fact.value.kb, fact.clause.index);
    }
    if (fact.kind === 'statement' && fact.value.claim === 'update-installed' && fact.value.kb !== null) {
      return !failedLater(fact.value.kb, fact.clause.index);
    }
    return true;
  });
}

/** Of several words on whether WinRE is on, the last holds. */
function lastState(facts: Told[]): Told[] {
  const states = facts.filter(
    (fact): fact is ToldOf<'winre-config'> => fact.kind === 'winre-config' && fact.value.enabled !== null,
  );
  const last = states.at(-1);
  return facts.filter((fact) => !states.includes(fact as ToldOf<'winre-config'>) || fact === last);
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
  const latest = Math.max(-1, ...done);
  const awaits = (fact: Told) =>
    fact.kind === 'pending-restart' || (fact.kind === 'statement' && fact.value.claim === 'restart-awaited');
  return facts.filter((fact) => !(awaits(fact) && fact.clause.index < latest));
}

/** First in vain, then with success: the last attempt counts. */
function lastOutcome(facts: Told[]): Told[] {
  const outcomes = facts.filter(
    (fact) => fact.kind === 'statement' && /^enlarged-(and-solved|without-success)$/.test(fact.value.claim),
  );
  const last = outcomes.at(-1);
  return facts.filter((fact) => !outcomes.includes(fact) || fact === last);
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
