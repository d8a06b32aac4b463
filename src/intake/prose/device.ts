/** Which Windows it is, and whether its volumes are encrypted. */

import type { OsVersion } from '../../evidence/kinds/device.js';
import type { VolumeEncryption } from '../../evidence/kinds/disks.js';
import type { Atom } from '../../formats/prose/prose.js';
import { type Clause, has, isDenied, isMeant, isTold, mentionOf, named, type Told, topicAt } from './clauses.js';

const CLIENTS: Readonly<Record<string, string>> = {
  7: 'Windows 7',
  8: 'Windows 8',
  '8.1': 'Windows 8.1',
  10: 'Windows 10',
  11: 'Windows 11',
  vista: 'Windows Vista',
  win10: 'Windows 10',
  win11: 'Windows 11',
};
const SERVERS = /^(2008|2012|2016|2019|2022|2025)$/;
const EDITIONS = /^(home|pro|professional|enterprise|education|ltsc|ltsb|iot|standard|datacenter|essentials)$/;
/** Old releases are named by year and month: 1507 to 2004. */
const RELEASE = /^(1507|1511|1607|1703|1709|180[39]|190[39]|2004|[12]\dh[12])$/;
/** Release and edition stand at most this many atoms behind the product. */
const REACH = 6;

export function readDevice(clauses: readonly Clause[]): Told[] {
  const told: Told[] = [];
  for (const clause of clauses) {
    if (!isMeant(clause)) continue;
    if (!isDenied(clause) || has(clause, 'fail', 'install')) told.push(...versions(clause));
    if (isTold(clause)) told.push(...encryption(clause));
  }
  return told;
}

const UNSAID: OsVersion = {
  product: null,
  release: null,
  build: null,
  revision: null,
  edition: null,
  server: null,
  architecture: null,
};

function versions(clause: Clause): Told[] {
  const told: Told[] = [];
  const { atoms } = clause;
  for (let at = 0; at < atoms.length; at++) {
    const product = productAt(atoms, at);
    if (product !== null) {
      const value = { ...product.value, ...detailsIn(atoms.slice(product.end, product.end + REACH)) };
      told.push({ kind: 'os-version', value, clause });
      at = product.end - 1;
    }
    const build = buildAt(atoms[at]);
    if (build !== null && !ofWinRe(clause, at) && !ofEvent(clause))
      told.push({ kind: 'os-version', value: { ...UNSAID, ...build }, clause });
  }
  return told;
}

/** The version in a WinREAgent event is that of the image. */
function ofEvent({ sentence }: Clause): boolean {
  return sentence.atoms.some(({ kind, text }) => kind === 'number' && /^450[0-4]$/.test(text));
}

function ofWinRe(clause: Clause, at: number): boolean {
  const topic = topicAt(clause, clause.segment.first + at);
  return topic === 'winre' || topic === 'image';
}

/** `Windows 10`, `Win11`, `Windows Server 2022`, `Server 2022`, `Windows 2019`. */
function productAt(atoms: readonly Atom[], at: number): { value: OsVersion; end: number } | null {
  const text = atoms[at]?.text ?? '';
  const next = atoms[at + 1]?.text ?? '';
  if (text === 'win10' || text === 'win11') return client(CLIENTS[text] ?? null, at + 1);
  if (text === 'server' && SERVERS.test(next)) return server(next, atoms[at + 2]?.text === 'r2', at + 2);
  if (text !== 'windows' && text !== 'win') return null;
  if (next === 'server' && SERVERS.test(atoms[at + 2]?.text ?? '')) {
    return server(atoms[at + 2]?.text ?? '', atoms[at + 3]?.text === 'r2', at + 3);
  }
  return next in CLIENTS ? client(CLIENTS[next] ?? null, at + 2) : null;
}

function client(product: string | null, end: number): { value: OsVersion; end: number } {
  return { value: { ...UNSAID, product, server: false }, end };
}

function server(year: string, second: boolean, end: number): { value: OsVersion; end: number } {
  return { value: { ...UNSAID, product: `Windows Server ${year}${second ? ' R2' : ''}`, server: true }, end };
}

function detailsIn(atoms: readonly Atom[]): Partial<OsVersion> {
  const end = atoms.findIndex(({ kind, text }) => kind === 'kb' || text === 'windows' || text === 'server');
  const near = end < 0 ? atoms : atoms.slice(0, end);
  const release = near.find(({ kind, text }) => kind !== 'size' && RELEASE.test(text))?.text.toUpperCase();
  const edition = near.find(({ text }) => EDITIONS.test(text))?.shown;
  const bits = near.find(({ text }) => /^(x64|x86|arm64|64|32)$/.test(text))?.text;
  const architecture = bits === '64' ? 'x64' : bits === '32' ? 'x86' : bits;
  return {
    ...(release === undefined ? {} : { release }),
    ...(edition === undefined ? {} : { edition }),
    ...(architecture === undefined ? {} : { architecture }),
  };
}

/** `10.0.19045.4291`, `19045.4291`. */
function buildAt(atom: Atom | undefined): Pick<OsVersion, 'build' | 'revision'> | null {
  const match = /^(?:10\.0\.)?(1[0-9]{4}|2[0-9]{4})(?:\.(\d{1,5}))?$/.exec(atom?.text ?? '');
  if (match === null || (atom?.kind !== 'version' && match[2] === undefined)) return null;
  return { build: Number(match[1]), revision: match[2] === undefined ? null : Number(match[2]) };
}

/** Words that BitLocker itself prints for the states in between. */
const STATES: Readonly<Record<string, VolumeEncryption['state']>> = {
  encryptioninprogress: 'encrypting',
  decryptioninprogress: 'decrypting',
  encryptionpaused: 'paused',
  fullydecrypted: 'decrypted',
  fullyencrypted: 'encrypted',
};

function encryption(clause: Clause): Told[] {
  const printed = clause.atoms.map(({ text }) => STATES[text]).find((state) => state !== undefined);
  const about = named(clause, 'encryption') || printed !== undefined;
  if (!about || named(clause, 'winre') || has(clause, 'cannot', 'refuses', 'needs', 'formerly')) return [];
  const role = named(clause, 'recovery-partition') ? ('recovery' as const) : ('os' as const);
  const letter = role === 'os' ? 'C' : null;
  const base = { letter, disk: null, partition: null, role };
  if (printed !== undefined) {
    return [
      { kind: 'volume-encryption', value: { ...base, state: printed, protection: protectionIn(clause) }, clause },
    ];
  }
  const off = mentionOf(clause, 'disabled');
  const on = mentionOf(clause, 'enabled');
  const said = off ?? on;
  if (said === undefined || (off !== undefined && on !== undefined) || has(clause, 'not')) return [];
  if (topicAt(clause, said.first) === 'winre') return [];
  const value = {
    ...base,
    state: off === undefined ? ('encrypted' as const) : ('unknown' as const),
    protection: off === undefined ? ('on' as const) : ('off' as const),
  };
  return [{ kind: 'volume-encryption', value, clause }];
}

/** `ProtectionStatus Off`, as Get-BitLockerVolume shows it, with a word or two between. */
function protectionIn({ sentence }: Clause): VolumeEncryption['protection'] {
  const at = sentence.atoms.findIndex(({ text }) => text === 'protectionstatus');
  if (at < 0) return 'unknown';
  const said = sentence.atoms.slice(at + 1, at + 6).find(({ text }) => text === 'on' || text === 'off')?.text;
  return said === 'on' || said === 'off' ? said : 'unknown';
}
