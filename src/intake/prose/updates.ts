/** Which updates are named, and what is said of each. */

import type { UpdateEvent } from '../../evidence/kinds/updates.js';
import { atCalendar, DAY_MS, type When } from '../../evidence/when.js';
import { type Clause, has, isMeant, isTold, mentionOf, type Told } from './clauses.js';

type What = UpdateEvent['what'];

/** A code that Windows Update or an installer shows is an HRESULT with its failure bit. */
const FAILURE_BIT = 0x80000000;

/** Upper half of the codes of component servicing. */
const SERVICING_FACILITY = 0x800f;
/** ERROR_SXS_COMPONENT_STORE_CORRUPT, ERROR_SXS_ASSEMBLY_MISSING, ERROR_SXS_FILE_HASH_MISMATCH. */
const STORE_CODES: readonly number[] = [0x80073712, 0x80073701, 0x80073715];

/** Updates and codes of one text, as they are said clause by clause. */
export function readUpdates(clauses: readonly Clause[]): Told[] {
  const told: Told[] = [];
  let last: string | null = null; // the update that "it" means
  for (const clause of clauses) {
    if (!isMeant(clause)) continue;
    const codes = codesIn(clause);
    const what = whatIn(clause, codes);
    const kbs = mainKbs(clause);
    const when = whenIn(clause);
    if (kbs.length > 0) {
      const heard = what ?? whatBeside(clause, clauses);
      for (const kb of kbs) {
        if (heard === null) told.push({ kind: 'statement', value: { claim: 'asks-about-failure', kb }, clause, when });
        else told.push(...eventOf(heard, kb, codes[0] ?? codeBeside(clause, clauses), clause, when));
      }
      last = kbs.length === 1 ? (kbs[0] ?? null) : null;
    } else if (what === 'install-succeeded' && last !== null && refersBack(clause)) {
      told.push(...eventOf(what, last, null, clause, when));
    } else if (codes.length > 0 && !belongsToNeighbour(clause)) {
      for (const code of codes) told.push(event('install-failed', null, code, clause, when));
    }
    told.push(...servicing(clause, codes, kbs[0] ?? null));
    if (has(clause, 'offered') && isTold(clause) && !has(clause, 'not', 'none')) {
      told.push({ kind: 'statement', value: { claim: 'still-offered', kb: kbs[0] ?? last }, clause });
    }
  }
  return [...told, ...innerCode(clauses)];
}

/** 0x80070643: says only that it failed. */
const GENERIC = 0x80070643;
/** Upper half of the codes that are errors of Windows itself. */
const WIN32_FACILITY = 0x8007;
/** The disk that is full may be any: other readers ask which. */
const DISK_FULL = 0x80070070;

/** Who tells of the generic code and of one other tells what lies beneath: "0x80070643, in the log 0x80070005". */
function innerCode(clauses: readonly Clause[]): Told[] {
  const told = clauses.filter(isTold).flatMap((clause) => codesIn(clause).map((code) => ({ clause, code })));
  const others = told.filter(({ code }) => code !== GENERIC);
  const [inner] = others;
  const isOne = inner !== undefined && others.every(({ code }) => code === inner.code);
  if (!isOne || others.length === told.length) return [];
  if (inner.code >>> 16 !== WIN32_FACILITY || inner.code === DISK_FULL || has(inner.clause, 'formerly')) return [];
  const { clause, code } = inner;
  const value = { component: 'other', code, symbol: null, kb: null, aboutWinRe: false, weight: 'error' } as const;
  return [{ kind: 'servicing-error', value, clause }];
}

/** It goes on about the update named last: by a word for it, or in the same sentence as what a restart brought. */
function refersBack(clause: Clause): boolean {
  if (has(clause, 'it')) return true;
  const here = clause.beside.some(({ kbs }) => kbs.length > 0);
  return here && has(clause, 'restarted', 'restarted-often') && !has(clause, 'windows-update', 'other', 'installer');
}

/** Codes of the servicing stack say more than that an update failed. @source winerror.h, cbs facility 0x00f */
function servicing(clause: Clause, codes: readonly number[], kb: string | null): Told[] {
  return codes
    .filter((code) => code >>> 16 === SERVICING_FACILITY || STORE_CODES.includes(code))
    .map((code): Told => {
      const value = { component: 'cbs', code, symbol: null, kb, aboutWinRe: false, weight: 'error' } as const;
      return { kind: 'servicing-error', value, clause };
    });
}

function eventOf(what: What, kb: string, code: number | null, clause: Clause, when: When | undefined): Told[] {
  const fact = event(what, kb, what === 'install-failed' ? code : null, clause, when);
  if (what !== 'install-succeeded') return [fact];
  return [fact, { kind: 'statement', value: { claim: 'update-installed', kb }, clause, when }];
}

function event(what: What, kb: string | null, code: number | null, clause: Clause, when: When | undefined): Told {
  return {
    kind: 'update-event',
    value: { what, kb, title: kb === null ? null : titleIn(clause, kb), updateId: null, code, count: null },
    clause,
    when,
  };
}

/** What the clause says of an update; `null` where it says nothing. */
function whatIn(clause: Clause, codes: readonly number[]): What | null {
  const denied = has(clause, 'not', 'none');
  if (has(clause, 'withdrawn')) return 'not-offered';
  if (/succe\w{3,7} with errors/i.test(clause.atoms.map(({ text }) => text).join(' ')))
    return 'install-succeeded-with-errors';
  if (fails(clause) || codes.length > 0 || (denied && has(clause, 'install', 'succeed'))) return 'install-failed';
  if (isTold(clause) && !denied && has(clause, 'succeed') && !has(clause, 'uninstall', 'cannot', 'formerly')) {
    return 'install-succeeded';
  }
  if (isTold(clause) && !denied && has(clause, 'offered')) return 'offered';
  return null;
}

/** A failure is said, and not its absence: "no error". */
function fails(clause: Clause): boolean {
  const mentions = clause.segment.mentions;
  return mentions.some((mention, index) => {
    if (mention.concept !== 'fail' && mention.concept !== 'useless') return false;
    const before = mentions[index - 1];
    return !(before?.concept === 'none' && mention.first - before.last === 1);
  });
}

/** The clauses of the same sentence that name no update of their own say it for the one beside them. */
function beside(clause: Clause, clauses: readonly Clause[]): Clause[] {
  const found: Clause[] = [];
  for (const step of [1, -1]) {
    for (let at = clause.index + step; ; at += step) {
      const other = clauses[at];
      if (other === undefined || other.sentenceIndex !== clause.sentenceIndex || other.kbs.length > 0) break;
      if (isMeant(other)) found.push(other);
    }
  }
  return found;
}

function whatBeside(clause: Clause, clauses: readonly Clause[]): What | null {
  for (const other of beside(clause, clauses)) {
    const what = whatIn(other, codesIn(other));
    if (what?.startsWith('install-')) return what;
  }
  return null;
}

function codeBeside(clause: Clause, clauses: readonly Clause[]): number | null {
  for (const other of beside(clause, clauses)) {
    const code = codesIn(other)[0];
    if (code !== undefined) return code;
  }
  return null;
}

/** The code is that of an update named in another clause of the sentence. */
function belongsToNeighbour(clause: Clause): boolean {
  return clause.beside.some((other) => other.kbs.length > 0 && isMeant(other) && fitsCode(other));
}

function fitsCode(clause: Clause): boolean {
  return whatIn(clause, codesIn(clause)) !== 'install-succeeded';
}

/** Failure codes in the clause, but for those said not to be the one, and those of reagentc. */
export function codesIn(clause: Clause): number[] {
  const codes: number[] = [];
  clause.atoms.forEach(({ kind, value }, index) => {
    if (kind !== 'code' || value < FAILURE_BIT || codes.includes(value)) return;
    const at = clause.segment.first + index;
    const denied = clause.segment.mentions.some(
      ({ concept, last }) => (concept === 'not' || concept === 'none') && (last === at - 1 || last === at - 2),
    );
    if (!denied) codes.push(value);
  });
  return codes;
}

/** An update in brackets behind another is what that one contains or is also called. */
function mainKbs(clause: Clause): string[] {
  const kbs: string[] = [];
  let bracketed = false;
  for (const atom of clause.sentence.atoms.slice(clause.segment.first, clause.segment.last + 1)) {
    if (atom.kind === 'mark' && '(（'.includes(atom.text)) bracketed = true;
    if (atom.kind === 'mark' && ')）'.includes(atom.text)) bracketed = false;
    if (atom.kind !== 'kb') continue;
    const kb = atom.text.toUpperCase();
    if (!(bracketed && kbs.length > 0) && !kbs.includes(kb)) kbs.push(kb);
  }
  return kbs;
}

/** `2024-01 Security Update for Windows 10 … (KB5034441)`: from the month to the number. */
function titleIn(clause: Clause, kb: string): string | null {
  const match = /20\d\d-[01]\d\s[^"“”„«»]{5,160}?\(?KB ?\d{6,7}\)?/.exec(clause.quote);
  return match?.[0].replace(/\s/g, '').toUpperCase().includes(kb) ? match[0] : null;
}

/** The one day named in the clause; `undefined` where there is none, or where several are. */
function whenIn(clause: Clause): When | undefined {
  const days = clause.atoms.filter(({ kind }) => kind === 'date');
  const day = days[0];
  if (day === undefined || days.length > 1 || mentionOf(clause, 'formerly') !== undefined) return undefined;
  return atCalendar(day.value, day.value + DAY_MS - 1);
}
