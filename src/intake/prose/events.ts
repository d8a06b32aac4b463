/** Events that somebody quotes in a sentence: WinREAgent 4500 to 4504, WindowsUpdateClient 19, 20 and 43. */

import type { WinReServicing } from '../../evidence/kinds/winre.js';
import { type Clause, has, hasWord, isDenied, isSeen, type Told } from './clauses.js';
import { codesIn } from './updates.js';

/** @source facts on WinRE servicing, section 7: provider Microsoft-Windows-WinREAgent. */
const WINRE_EVENTS: Readonly<Record<string, WinReServicing['what']>> = {
  4500: 'started',
  4501: 'succeeded',
  4502: 'failed',
  4503: 'cancelled',
  4504: 'rolled-back',
};

/** @source facts on WinRE servicing, section 8: provider Microsoft-Windows-WindowsUpdateClient. */
const UPDATE_EVENTS = { 19: 'install-succeeded', 20: 'install-failed', 43: 'install-started' } as const;

/** An event number stands at most this many atoms behind the word "event". */
const REACH = 4;

export function readEvents(clauses: readonly Clause[]): Told[] {
  const told: Told[] = [];
  for (const clause of clauses) {
    if (!isSeen(clause) || isDenied(clause) || has(clause, 'missing')) continue;
    for (const id of eventIds(clause)) {
      const winre = WINRE_EVENTS[id];
      if (winre !== undefined) told.push({ kind: 'winre-servicing', value: servicing(winre, clause), clause });
      const update = id in UPDATE_EVENTS ? UPDATE_EVENTS[Number(id) as keyof typeof UPDATE_EVENTS] : undefined;
      const kb = clause.kbs[0];
      if (update !== undefined && kb !== undefined) {
        const code = update === 'install-failed' ? (codesIn(clause)[0] ?? null) : null;
        told.push({
          kind: 'update-event',
          value: { what: update, kb, title: null, updateId: null, code, count: null },
          clause,
        });
      }
    }
  }
  return told;
}

function eventIds(clause: Clause): string[] {
  const { sentence, segment } = clause;
  const said = sentence.mentions.filter(({ concept }) => concept === 'event');
  const agent = hasWord(sentence.atoms, /^winreagent$/);
  const ids: string[] = [];
  for (let at = segment.first; at <= segment.last; at++) {
    const atom = sentence.atoms[at];
    if (atom?.kind !== 'number') continue;
    const near = said.some(({ first, last }) => (at > last && at - last <= REACH) || (first > at && first - at <= 2));
    if (near || (agent && atom.text in WINRE_EVENTS)) ids.push(atom.text);
  }
  return ids;
}

function servicing(what: WinReServicing['what'], clause: Clause): WinReServicing {
  const { atoms } = clause.sentence;
  const version = atoms.find(({ kind, text }) => kind === 'version' && /^10\.0\.\d+\.\d+$/.test(text))?.text ?? null;
  const phaseWord = atoms.findIndex(
    ({ kind, text }) => kind === 'word' && /^(error)?(phase|fase|faza|фаза)$/.test(text),
  );
  const phase = phaseWord < 0 ? null : atoms.slice(phaseWord + 1, phaseWord + 4).find(({ kind }) => kind === 'number');
  const failed = what === 'failed';
  return {
    what,
    version: what === 'succeeded' ? version : null,
    phase: failed && phase !== undefined && phase !== null && phase.value >= 1 && phase.value <= 3 ? phase.value : null,
    code: failed ? (atoms.find(({ kind }) => kind === 'code')?.value ?? null) : null,
    kb: clause.kbs.length === 1 ? (clause.kbs[0] ?? null) : null,
  };
}
