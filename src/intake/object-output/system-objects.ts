import type { ObjectRecord } from '../../formats/object-output/object-output.js';
import { keyOf } from '../../formats/reg-text/reg-text.js';
import { type DateOrder, readTime } from '../../formats/text/text.js';
import { bitLockerState, protectionOf } from '../bitlocker-words.js';
import { whenOf } from '../event-log/printed-when.js';
import type { TextSink } from '../intake.js';
import { osVersionOf } from '../os-facts.js';
import { registryFacts } from '../registry-facts.js';
import { hasField, integerOf, letterOf, readingOf, textOf } from './fields.js';

export function isSystem(record: ObjectRecord): boolean {
  const names = [
    'windowsproductname',
    'osname',
    'osbuildnumber',
    'buildnumber',
    'windowsbuildlabex',
    'windowsversion',
    'lastbootuptime',
    'oslastbootuptime',
  ];
  return names.some((name) => record.fields.has(name));
}

/** Get-ComputerInfo, Win32_OperatingSystem. */
export function addSystem(record: ObjectRecord, order: DateOrder | null, sink: TextSink): void {
  const product = textOf(record, 'osname', 'caption', 'windowsproductname');
  const build = integerOf(record, 'osbuildnumber', 'buildnumber') ?? buildIn(textOf(record, 'osversion', 'version'));
  const release = textOf(record, 'osdisplayversion', 'windowsdisplayversion', 'windowsversion');
  const architecture = textOf(record, 'osarchitecture');
  if (product !== null || build !== null) {
    sink.add(
      'os-version',
      osVersionOf({
        product,
        release,
        build,
        revision: null,
        edition: textOf(record, 'windowseditionid'),
        architecture,
      }),
      readingOf(record, `${product ?? ''} ${build ?? ''}`.trim()),
    );
  }
  const name = textOf(record, 'csname', 'csdnshostname', 'pscomputername');
  if (name !== null && name !== 'localhost')
    sink.add('device-identity', { computerName: name, machineGuid: null, diskIds: [] }, readingOf(record, name));
  const boot = textOf(record, 'oslastbootuptime', 'lastbootuptime');
  const when = boot === null ? null : whenOf(cimTime(boot) ?? readTime(boot, order));
  // Windows counts its last start from the kernel's, which fast startup does not renew.
  if (when !== null)
    sink.add('restart', { what: 'start', bootType: null }, { ...readingOf(record, `last start ${boot}`), when });
  const zone = textOf(record, 'currenttimezone');
  if (zone !== null && /^-?\d{1,4}$/.test(zone))
    sink.add('time-zone', { offsetMinutes: Number(zone) }, readingOf(record, zone));
}

function buildIn(version: string | null): number | null {
  const match = version === null ? null : /^\d+\.\d+\.(\d{4,6})/.exec(version);
  return match === null ? null : Number(match[1]);
}

/** `20240129130000.500000+060` of WMI. */
function cimTime(text: string) {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\.\d+([+-]\d{3})$/.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second, zone] = match.slice(1).map(Number);
  const ms = Date.UTC(year, month - 1, day, hour, minute, second) - zone * 60_000;
  return { fromMs: ms, toMs: ms + 999, isUtc: true };
}

export function isBitLocker(record: ObjectRecord): boolean {
  return hasField(record, 'mountpoint') && (hasField(record, 'volumestatus') || hasField(record, 'protectionstatus'));
}

/** Get-BitLockerVolume; its values are enumerations and stay English. */
export function addBitLocker(record: ObjectRecord, sink: TextSink): void {
  const state = bitLockerState(textOf(record, 'volumestatus') ?? '');
  const protection = protectionOf(textOf(record, 'protectionstatus') ?? '');
  const type = (textOf(record, 'volumetype') ?? '').toLowerCase();
  const letter = letterOf(record, 'mountpoint');
  const role = type === 'operatingsystem' ? ('os' as const) : null;
  sink.add(
    'volume-encryption',
    { letter, disk: null, partition: null, state, protection, role },
    readingOf(record, `${letter ?? 'volume'}: ${state}, protection ${protection}`),
  );
}

export function isRegistryKey(record: ObjectRecord): boolean {
  return /Registry::HKEY_/i.test(record.fields.get('pspath') ?? '');
}

/** Get-ItemProperty of a registry key: its values with the drive's own properties among them. */
export function addRegistryKey(record: ObjectRecord, sink: TextSink): void {
  const key = keyOf((textOf(record, 'pspath') ?? '').replace(/\s+/g, ' '));
  if (key === null) return;
  const values = new Map([...record.fields].filter(([name]) => !name.startsWith('ps')));
  const readingOf = (name?: string) => {
    const text = name === undefined ? undefined : values.get(name.toLowerCase());
    return {
      witness: 'registry',
      at: { line: record.firstLine },
      quote: text === undefined ? key : `${name} = ${text}`,
    } as const;
  };
  registryFacts({ key, state: 'present', values }, readingOf, sink);
}

export function isImage(record: ObjectRecord): boolean {
  return hasField(record, 'imagename', 'version') || hasField(record, 'imagepath', 'version');
}

/** Get-WindowsImage of a recovery image; other images tell nothing. */
export function addImage(record: ObjectRecord, sink: TextSink): void {
  const version = textOf(record, 'version');
  const asked = `${textOf(record, 'imagepath') ?? ''} ${record.command ?? ''}`;
  const isRecovery = /winre\.wim/i.test(asked) || /Recovery Environment/i.test(textOf(record, 'imagename') ?? '');
  if (!isRecovery || version === null || !/^\d+\.\d+\.\d+\.\d+$/.test(version)) return;
  const reading = { witness: 'image-metadata', at: { line: record.firstLine }, quote: `Version ${version}` } as const;
  sink.add('winre-version', { version, shownBy: 'image-metadata' }, reading);
}
