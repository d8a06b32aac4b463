import type { PendingRestart } from '../evidence/kinds/winre.js';
import type { Reading, Sink } from './intake.js';
import { osVersionOf } from './os-facts.js';

/** One registry key, from a hive, an export, or an answer. */
export interface RegistryKey {
  /** Path in the long form; its root and the name of the hive may differ where it was mounted elsewhere. */
  readonly key: string;
  readonly state: 'present' | 'absent';
  /** Texts by value name in lower case: numbers in decimal, the strings of a list joined by line ends. */
  readonly values: ReadonlyMap<string, string>;
}

interface Taker {
  readonly key: RegExp;
  readonly take: (key: RegistryKey, readingOf: (value?: string) => Reading, sink: Sink) => void;
}

/** Keys whose being there says that a restart is awaited, all of servicing. */
const SIGNS: readonly (readonly [RegExp, PendingRestart['indicator']])[] = [
  [/\\Component Based Servicing\\RebootPending$/i, 'cbs-reboot-pending'],
  [/\\Component Based Servicing\\RebootInProgress$/i, 'cbs-reboot-in-progress'],
  [/\\Component Based Servicing\\PackagesPending$/i, 'cbs-packages-pending'],
  [/\\WindowsUpdate\\Auto Update\\RebootRequired$/i, 'wu-reboot-required'],
  [/\\WindowsUpdate\\Auto Update\\PostRebootReporting$/i, 'wu-post-reboot-reporting'],
];

const TAKERS: readonly Taker[] = [
  { key: /\\Microsoft\\Windows NT\\CurrentVersion$/i, take: takeCurrentVersion },
  { key: /\\Control\\Session Manager$/i, take: takeFileRenames },
  { key: /\\Microsoft\\Updates$/i, take: takeUpdateExe },
  { key: /\\Microsoft\\Cryptography$/i, take: takeMachineGuid },
  { key: /\\Control\\ComputerName\\(?:Active)?ComputerName$/i, take: takeComputerName },
  { key: /\\Control\\TimeZoneInformation$/i, take: takeTimeZone },
  { key: /\\Policies\\/i, take: takePolicy },
];

/** Turns one registry key into the facts that it tells; most keys tell none. */
export function registryFacts(key: RegistryKey, readingOf: (value?: string) => Reading, sink: Sink): void {
  const sign = SIGNS.find(([form]) => form.test(key.key));
  if (sign !== undefined) {
    const detail = [...key.values.keys()].filter((name) => name !== '').join(', ');
    const value = {
      indicator: sign[1],
      present: key.state === 'present',
      strength: 'strong',
      detail: detail === '' ? null : detail,
    } as const;
    sink.add('pending-restart', value, readingOf());
  }
  if (key.state === 'absent') return;
  for (const taker of TAKERS) if (taker.key.test(key.key)) taker.take(key, readingOf, sink);
}

/**
 * Tells of a computer that waits for a restart to take its new name.
 *
 * @param name The key of the name that it goes by. @param next The key of the one that it is to have.
 * @returns Whether it does.
 */
export function tellRename(name: RegistryKey, next: RegistryKey, reading: Reading, sink: Sink): boolean {
  const [from, to] = [name, next].map(({ values }) => values.get('computername')?.toUpperCase());
  if (from === undefined || to === undefined || from === to) return false;
  const sign = { indicator: 'computer-rename', present: true, strength: 'weak', detail: `${from} to ${to}` } as const;
  sink.add('pending-restart', sign, reading);
  return true;
}

function takeCurrentVersion(key: RegistryKey, readingOf: (value?: string) => Reading, sink: Sink): void {
  const level = key.values.get('winreversion')?.trim();
  if (level !== undefined && /^\d+\.\d+\.\d+\.\d+$/.test(level)) {
    sink.add('winre-version', { version: level, shownBy: 'registry-value' }, readingOf('WinREVersion'));
  }
  const combined = /^\d+\.\d+\.(\d{4,6})\.(\d{1,6})$/.exec(key.values.get('lcuver')?.trim() ?? '');
  const build =
    integer(key.values.get('currentbuild') ?? key.values.get('currentbuildnumber')) ?? integer(combined?.[1]);
  const revision = integer(key.values.get('ubr')) ?? integer(combined?.[2]);
  const product = key.values.get('productname') ?? null;
  if (build === null && revision === null && product === null) return;
  const release = key.values.get('displayversion') ?? key.values.get('releaseid') ?? null;
  const version = osVersionOf({
    product,
    release,
    build,
    revision,
    edition: key.values.get('editionid') ?? null,
    architecture: null,
  });
  const kind = key.values.get('installationtype');
  const server = kind === undefined ? version.server : /server/i.test(kind);
  sink.add('os-version', { ...version, server }, readingOf('CurrentBuild'));
}

function takeFileRenames(key: RegistryKey, readingOf: (value?: string) => Reading, sink: Sink): void {
  for (const name of ['PendingFileRenameOperations', 'PendingFileRenameOperations2']) {
    const text = key.values.get(name.toLowerCase());
    if (text === undefined || text.trim() === '') continue;
    const paths = text.split('\n').filter((path) => path.trim() !== '');
    const ours = paths.find((path) => /\\\$WinREAgent(?:\\|$)/i.test(path));
    const detail = ours ?? `${paths.length} paths`;
    sink.add(
      'pending-restart',
      { indicator: 'pending-file-renames', present: true, strength: 'weak', detail },
      readingOf(name),
    );
    if (ours === undefined) continue;
    sink.add(
      'pending-restart',
      { indicator: 'winreagent-scratch', present: true, strength: 'strong', detail: ours },
      readingOf(name),
    );
  }
}

function takeUpdateExe(key: RegistryKey, readingOf: (value?: string) => Reading, sink: Sink): void {
  const volatile = integer(key.values.get('updateexevolatile'));
  if (volatile === null) return;
  sink.add(
    'pending-restart',
    { indicator: 'update-exe-volatile', present: volatile !== 0, strength: 'strong', detail: String(volatile) },
    readingOf('UpdateExeVolatile'),
  );
}

function takeMachineGuid(key: RegistryKey, readingOf: (value?: string) => Reading, sink: Sink): void {
  const guid = key.values.get('machineguid')?.trim().toLowerCase();
  if (guid === undefined || !/^[0-9a-f-]{36}$/.test(guid)) return;
  sink.add('device-identity', { computerName: null, machineGuid: guid, diskIds: [] }, readingOf('MachineGuid'));
}

function takeComputerName(key: RegistryKey, readingOf: (value?: string) => Reading, sink: Sink): void {
  const name = key.values.get('computername')?.trim();
  if (name === undefined || name === '') return;
  sink.add('device-identity', { computerName: name, machineGuid: null, diskIds: [] }, readingOf('ComputerName'));
}

/** `Bias` is UTC minus local standard time, in minutes, signed in 32 bits. */
function takeTimeZone(key: RegistryKey, readingOf: (value?: string) => Reading, sink: Sink): void {
  const bias = integer(key.values.get('bias'));
  if (bias === null) return;
  const offsetMinutes = -(bias | 0);
  if (Math.abs(offsetMinutes) <= 15 * 60)
    sink.add('time-zone', { offsetMinutes: offsetMinutes === 0 ? 0 : offsetMinutes }, readingOf('Bias'));
}

/** A policy that turns WinRE off, whatever its exact name. */
function takePolicy(key: RegistryKey, readingOf: (value?: string) => Reading, sink: Sink): void {
  for (const [name, text] of key.values) {
    if (!/disable/.test(name) || !/winre|windowsre|recoveryenvironment/.test(name) || integer(text) !== 1) continue;
    sink.add('statement', { claim: 'winre-off-by-choice', kb: null }, readingOf(name));
  }
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,10}$/.test(text.trim()) ? Number(text) : null;
}
