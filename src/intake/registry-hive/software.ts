import { FormatError } from '../../bytes/format-error.js';
import type { InstalledPackage } from '../../evidence/kinds/updates.js';
import type { Hive } from '../../formats/regf/regf.js';
import { packageVersionOf } from '../packages.js';
import { type OpenHive, writtenAt } from './open-hive.js';

const SHOWN = 'HKEY_LOCAL_MACHINE\\SOFTWARE';
const CURRENT_VERSION = 'Microsoft\\Windows NT\\CurrentVersion';
const SERVICING = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
const AUTO_UPDATE = 'Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update';

/** Keys whose values tell something. */
const TELLING = [CURRENT_VERSION, 'Microsoft\\Cryptography', 'Microsoft\\Updates'] as const;

/** Keys that tell by being there, with the key that they are looked for in. */
const SIGNS: readonly (readonly [parent: string, name: string])[] = [
  [SERVICING, 'RebootPending'],
  [SERVICING, 'RebootInProgress'],
  [SERVICING, 'PackagesPending'],
  [AUTO_UPDATE, 'RebootRequired'],
  [AUTO_UPDATE, 'PostRebootReporting'],
];

const POLICIES = 'Policies\\Microsoft\\Windows';
/** Keys of policies that are looked at. A large company sets some hundred. */
const POLICIES_MAX = 5000;

/** Packages of updates: their parts, of which there are thousands, tell nothing more. */
const UPDATE_PACKAGE = /^Package_for_(?:(KB\d{6,7})|RollupFix|ServicingStack|SafeOSDU|WinRE)/i;
/** Updates of one Windows that are told. A Windows 7 of long use has some hundred. */
const PACKAGES_MAX = 2000;

/** `CurrentState` of a package. @source CbsApi's package states, as the servicing stack logs them. */
const PACKAGE_STATES: Readonly<Record<number, InstalledPackage['state']>> = {
  0: 'absent',
  5: 'uninstall-pending',
  64: 'staged',
  80: 'superseded',
  96: 'install-pending',
  112: 'installed',
  128: 'installed', // for good: it cannot be taken away
};

export function isSoftwareHive(hive: Hive): boolean {
  return hive.key(CURRENT_VERSION) !== null;
}

/** Tells of the Windows, the signs of a restart awaited, the policies against WinRE, and the updates that are in. */
export function tellSoftware(open: OpenHive): void {
  for (const path of TELLING) open.tell(path, `${SHOWN}\\${path}`);
  for (const [parent, name] of SIGNS) open.tellPresence(parent, `${SHOWN}\\${parent}`, name);
  tellPolicies(open);
  tellPackages(open);
}

function tellPolicies(open: OpenHive): void {
  const start = open.hive.key(POLICIES);
  if (start === null) return;
  let count = 0;
  for (const key of open.hive.keys(start)) {
    if (++count > POLICIES_MAX) {
      open.sink.defect(tooMany('registry.policies', key.sourceOffset, POLICIES_MAX));
      return;
    }
    open.tellKey(key, `${SHOWN}\\${key.path}`);
  }
}

function tellPackages(open: OpenHive): void {
  let count = 0;
  for (const key of open.hive.key(`${SERVICING}\\Packages`)?.subkeys() ?? []) {
    const { name } = key;
    const match = UPDATE_PACKAGE.exec(name);
    if (match === null) continue;
    const { key: shown, values } = open.toRegistryKey(key, `${SHOWN}\\${key.path}`);
    const state = PACKAGE_STATES[Number(values.get('currentstate') ?? Number.NaN)] ?? 'other';
    const kb = match[1]?.toUpperCase() ?? null;
    if (++count > PACKAGES_MAX) {
      open.sink.defect(tooMany('registry.packages', key.sourceOffset, PACKAGES_MAX));
      return;
    }
    open.sink.add(
      'installed-package',
      { kb, name, version: packageVersionOf(name), state },
      {
        witness: 'registry',
        at: { key: shown, value: 'CurrentState' },
        when: installTime(values),
        quote: `${name}: CurrentState = ${values.get('currentstate') ?? '?'}`,
      },
    );
  }
}

/** A FILETIME in two values. */
function installTime(values: ReadonlyMap<string, string>) {
  const [high, low] = [values.get('installtimehigh'), values.get('installtimelow')];
  if (high === undefined || low === undefined || !/^\d+$/.test(high) || !/^\d+$/.test(low)) return undefined;
  return writtenAt((BigInt(high) << 32n) | BigInt(low));
}

function tooMany(what: string, sourceOffset: number, expected: number): FormatError {
  return new FormatError('over-limit', { what, sourceOffset, expected, actual: expected + 1 });
}
