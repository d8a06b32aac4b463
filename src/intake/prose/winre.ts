/** What people say of WinRE itself: on or off, where it lies, its image, and what reagentc answered. */

import type { ReagentcOperation, WinReConfig, WinReImage } from '../../evidence/kinds/winre.js';
import type { Atom } from '../../formats/prose/prose.js';
import {
  type Clause,
  has,
  hasWord,
  isDenied,
  isSeen,
  isTold,
  mentionOf,
  named,
  type Told,
  topicAt,
} from './clauses.js';

const REAGENTC = /^reagentc(exe)?$/;
const VERSION = /^10\.0\.\d{4,5}\.\d{1,5}$/;

export function readWinRe(clauses: readonly Clause[]): Told[] {
  const told: Told[] = [];
  for (const clause of clauses) {
    if (isTold(clause)) told.push(...state(clause), ...place(clause), ...image(clause), ...version(clause));
    if (isSeen(clause)) told.push(...operation(clause, clauses), ...message(clause));
  }
  return told;
}

const UNSAID: WinReConfig = {
  enabled: null,
  location: null,
  bcdId: null,
  staged: null,
  onOsVolume: null,
  operationScheduled: null,
};

/** WinRE is on or off. */
function state(clause: Clause): Told[] {
  const off = mentionOf(clause, 'disabled');
  const on = mentionOf(clause, 'enabled');
  const said = off ?? on;
  if (said === undefined || (off !== undefined && on !== undefined)) return [];
  if (isDenied(clause) || has(clause, 'cannot', 'fail', 'refuses', 'formerly', 'needs')) return [];
  if (!aboutWinRe(clause, said.first)) return [];
  const enabled = off === undefined;
  const told: Told[] = [{ kind: 'winre-config', value: { ...UNSAID, enabled }, clause }];
  if (!enabled && has(clause, 'on-purpose')) {
    told.push({ kind: 'statement', value: { claim: 'winre-off-by-choice', kb: null }, clause });
  }
  return told;
}

/** The state word speaks of WinRE, and not of BitLocker or a partition named nearer. */
function aboutWinRe(clause: Clause, at: number): boolean {
  if (hasWord(clause.atoms, REAGENTC) && clause.things.every(({ first }) => first > at)) return true;
  const topic = topicAt(clause, at);
  if (topic === 'winre') return true;
  return (topic === null || topic === 'os-volume') && isReagentc(clause) && !named(clause, 'encryption');
}

function isReagentc(clause: Clause): boolean {
  return hasWord(clause.sentence.atoms.slice(0, clause.segment.last + 1), REAGENTC);
}

/** WinRE lies on the Windows volume. */
function place(clause: Clause): Told[] {
  if (isDenied(clause) || has(clause, 'delete', 'needs', 'cannot')) return [];
  const sets = clause.atoms.some(({ kind, text }) => kind === 'switch' && text === 'setreimage');
  const path = clause.atoms.find(({ kind, text }) => kind === 'path' && /^c:\\recovery(\\|$)/.test(text));
  const speaks = named(clause, 'winre') || named(clause, 'image') || isReagentc(clause);
  if (sets || !speaks) return [];
  const onVolume = clause.things.some(
    ({ topic }, index) => topic === 'os-volume' && clause.things[index - 1]?.topic === 'winre',
  );
  if (path === undefined && !(onVolume && !named(clause, 'recovery-partition') && !named(clause, 'encryption')))
    return [];
  const location = path === undefined ? null : { ...NOWHERE, letter: 'C', path: path.shown.slice(2) };
  return [
    { kind: 'winre-config', value: { ...UNSAID, location, onOsVolume: true }, clause },
    { kind: 'statement', value: { claim: 'winre-on-os-volume', kb: null }, clause },
  ];
}

const NOWHERE = { disk: null, partition: null, offsetBytes: null, diskId: null, letter: null, path: null } as const;

/** The image is gone or damaged. */
function image(clause: Clause): Told[] {
  const bad = mentionOf(clause, 'missing', 'corrupt');
  const isNamed = named(clause, 'image') || clause.atoms.some(({ text }) => /winre\.wim$/.test(text));
  if (bad === undefined || !isNamed || has(clause, 'not')) return [];
  const missing = bad.concept === 'missing';
  const where = placeIn(clause);
  const value: WinReImage = { state: missing ? 'missing' : 'corrupt', place: where, path: null, sizeBytes: null };
  const told: Told[] = [{ kind: 'winre-image', value, clause }];
  // Without a place, or from the partition: it is gone. From System32 it is gone as soon as WinRE is enabled.
  if (!missing) told.push({ kind: 'statement', value: { claim: 'image-corrupt', kb: null }, clause });
  else if (where !== 'system32-recovery' && where !== 'os-volume') {
    told.push({ kind: 'statement', value: { claim: 'image-missing', kb: null }, clause });
  }
  return told;
}

function placeIn(clause: Clause): WinReImage['place'] {
  const path = clause.sentence.atoms.find(({ kind }) => kind === 'path')?.text ?? '';
  const words = clause.sentence.atoms.map(({ text }) => text).join(' ');
  if (/system32\\recovery/.test(path) || /system32 ?\\? ?recovery/.test(words)) return 'system32-recovery';
  if (/^c:\\recovery/.test(path)) return 'os-volume';
  return named(clause, 'recovery-partition') ? 'recovery-partition' : 'unknown';
}

/** A level of WinRE that somebody read somewhere. Zeros say that none was found. */
function version(clause: Clause): Told[] {
  if (has(clause, 'needs')) return [];
  const told: Told[] = [];
  clause.atoms.forEach(({ kind, text }, index) => {
    if (kind !== 'version' || !VERSION.test(text)) return;
    const at = clause.segment.first + index;
    const denied = clause.segment.mentions.some(
      ({ concept, last }) => (concept === 'not' || concept === 'none') && last < at,
    );
    if (denied) return;
    const topic = topicAt(clause, at);
    if (topic !== 'winre' && topic !== 'image') return;
    told.push({ kind: 'winre-version', value: { version: text, shownBy: 'person' }, clause });
  });
  return told;
}

/** One run of reagentc and how it ended. */
function operation(clause: Clause, clauses: readonly Clause[]): Told[] {
  const before = clause.sentence.atoms.slice(0, clause.segment.last + 1);
  const previous = clauses[(clause.beside[0]?.index ?? 0) - 1];
  const near = hasWord(before, REAGENTC) || (previous !== undefined && hasWord(previous.atoms, REAGENTC));
  if (!near) return [];
  const verb = verbIn(before) ?? (previous === undefined ? null : verbIn(previous.sentence.atoms));
  const code = bareCode(clause);
  const reason = reasonIn(clause);
  if (code !== null || reason !== null) {
    return [
      { kind: 'reagentc-operation', value: { verb, ok: false, code, reason }, clause },
      ...enableFails(verb, clause),
    ];
  }
  const here = hasWord(clause.atoms, REAGENTC) && verbIn(clause.atoms) !== null;
  if (!here) return [];
  if (has(clause, 'fail', 'refuses', 'cannot', 'useless')) {
    return [
      { kind: 'reagentc-operation', value: { verb, ok: false, code: null, reason: null }, clause },
      ...enableFails(verb, clause),
    ];
  }
  const turnsOn = verb === 'enable' && has(clause, 'enabled');
  if ((has(clause, 'succeed', 'solved') || turnsOn) && !isDenied(clause)) {
    return [{ kind: 'reagentc-operation', value: { verb, ok: true, code: null, reason: null }, clause }];
  }
  return [];
}

function enableFails(verb: ReagentcOperation['verb'], clause: Clause): Told[] {
  return verb === 'enable' ? [{ kind: 'statement', value: { claim: 'winre-enable-fails', kb: null }, clause }] : [];
}

const VERBS: Readonly<Record<string, ReagentcOperation['verb']>> = {
  info: 'info',
  enable: 'enable',
  disable: 'disable',
  setreimage: 'setreimage',
  boottore: 'boottore',
  mountre: 'mountre',
};

function verbIn(atoms: readonly Atom[]): ReagentcOperation['verb'] {
  const last = [...atoms].reverse().find(({ kind, text }) => kind === 'switch' && text in VERBS);
  return last === undefined ? null : (VERBS[last.text] ?? null);
}

/** The hexadecimal number that reagentc prints without a sign that it is one: `3bc3`, `5`, `c142011c`. */
function bareCode(clause: Clause): number | null {
  const { atoms } = clause.sentence;
  for (const mention of clause.segment.mentions) {
    if (mention.concept !== 'fail' && mention.concept !== 'error-code') continue;
    let at = mention.last + 1;
    const colon = atoms[at]?.kind === 'mark' && ':：'.includes(atoms[at]?.text ?? '');
    if (colon) at++;
    const atom = atoms[at];
    if (atom === undefined) continue;
    if (atom.kind === 'code') return atom.value;
    if (/^[0-9a-f]{1,8}$/.test(atom.text) && (colon || /\d/.test(atom.text)) && atom.kind !== 'size') {
      return Number.parseInt(atom.text, 16);
    }
  }
  return null;
}

function reasonIn(clause: Clause): ReagentcOperation['reason'] {
  if (has(clause, 'boot-data') && has(clause, 'cannot', 'fail', 'not')) return 'bcd-not-updated';
  if (has(clause, 'encryption') && has(clause, 'cannot', 'refuses', 'not')) return 'bitlocker-volume';
  // "... nicht aktiviert werden": where the denial and the verb make one word of the lexicon
  if (has(clause, 'encryption') && named(clause, 'winre') && has(clause, 'disabled')) return 'bitlocker-volume';
  if (named(clause, 'image') && has(clause, 'missing')) return 'image-not-found';
  if (has(clause, 'installation') && has(clause, 'missing')) return 'installation-not-found';
  return has(clause, 'not-elevated') ? 'not-elevated' : null;
}

/** Messages that stand for themselves, whoever printed them. */
function message(clause: Clause): Told[] {
  const told: Told[] = [];
  const say = (claim: 'recovery-environment-not-found' | 'bitlocker-refuses' | 'winre-broken') =>
    told.push({ kind: 'statement', value: { claim, kb: null }, clause });
  if (has(clause, 'not-found-environment')) say('recovery-environment-not-found');
  const winre = named(clause, 'winre') || isReagentc(clause);
  const refused = has(clause, 'cannot', 'refuses') || (isReagentc(clause) && reasonIn(clause) === 'bitlocker-volume');
  if (winre && has(clause, 'encryption') && refused) say('bitlocker-refuses');
  if (named(clause, 'winre') && has(clause, 'broken') && !has(clause, 'fail')) say('winre-broken');
  return told;
}
