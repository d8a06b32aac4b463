/** Events by provider and id: what they say, which data they carry, what part they play in the story of an update. */
import { EVENT_LINES } from './events.data.js';
import { pointers, type SourceId } from './sources.js';
import { type Sourced, splitRows, table, words } from './table.js';

export interface EventProvider {
  readonly name: string;
  /** Other names under which the same events are met, such as the classic source. */
  readonly aliases: readonly string[];
  /** Lower case, without braces; `null` for classic sources, which have none. */
  readonly guid: string | null;
  readonly channel: string;
  readonly source: SourceId;
}

const provider = (
  name: string,
  guid: string | null,
  channel: string,
  source: SourceId,
  aliases: readonly string[] = [],
): EventProvider => ({ name, guid, channel, source, aliases });

export const PROVIDERS: Readonly<Record<string, EventProvider>> = {
  winreagent: provider(
    'Microsoft-Windows-WinREAgent',
    '1f7a6c55-5532-573b-35b7-2107e43a6ef5',
    'System',
    'event-schema',
    ['WinREAgent'],
  ),
  wuclient: provider(
    'Microsoft-Windows-WindowsUpdateClient',
    '945a8954-c147-4acd-923f-40c45405a658',
    'System',
    'wu-errors',
    ['WindowsUpdateClient', 'Windows Update Agent'],
  ),
  'kernel-general': provider(
    'Microsoft-Windows-Kernel-General',
    'a68ca8b7-004f-d7b6-a698-07e2de0f1f5d',
    'System',
    'general-knowledge',
    ['Kernel-General'],
  ),
  'kernel-boot': provider(
    'Microsoft-Windows-Kernel-Boot',
    '15ca44ff-4d7a-4baa-bba5-0998955e531e',
    'System',
    'general-knowledge',
    ['Kernel-Boot'],
  ),
  'kernel-power': provider(
    'Microsoft-Windows-Kernel-Power',
    '331c3b3a-2005-44c2-ac5e-77220c37d6b4',
    'System',
    'general-knowledge',
    ['Kernel-Power'],
  ),
  'eventlog-service': provider('EventLog', null, 'System', 'general-knowledge'),
  user32: provider('User32', 'b0aa8734-56f7-41cc-b2f4-de228e98b946', 'System', 'general-knowledge', ['USER32']),
  eventlog: provider(
    'Microsoft-Windows-Eventlog',
    'fc65ddd8-d6ef-4962-83d5-6e5cfe9ce148',
    'System',
    'general-knowledge',
  ),
  servicing: provider(
    'Microsoft-Windows-Servicing',
    'bd12f3b8-fc40-4a61-a307-b7a013a069c1',
    'Setup',
    'general-knowledge',
    ['Servicing'],
  ),
  msi: provider('MsiInstaller', null, 'Application', 'msi-events'),
  defender: provider(
    'Microsoft-Windows-Windows Defender',
    '11cd958a-c507-4ef3-b3f2-5fd9dfbd2c78',
    'Microsoft-Windows-Windows Defender/Operational',
    'defender-help',
    ['Windows Defender'],
  ),
  'kernel-pnp': provider(
    'Microsoft-Windows-Kernel-PnP',
    '9c205a39-1250-487d-abd7-e831c6290539',
    'Microsoft-Windows-Kernel-PnP/Configuration',
    'general-knowledge',
    ['Kernel-PnP'],
  ),
  disk: provider('disk', null, 'System', 'general-knowledge'),
  ntfs: provider('Microsoft-Windows-Ntfs', '3ff37a1c-a68d-4d6e-8c9b-f79e8b16c482', 'System', 'general-knowledge', [
    'Ntfs',
  ]),
  defrag: provider('Microsoft-Windows-Defrag', null, 'Application', 'general-knowledge', ['Defrag']),
  volsnap: provider('Volsnap', 'cb017cd2-1f37-4e65-82bc-3e91f6a37559', 'System', 'general-knowledge'),
  'time-service': provider(
    'Microsoft-Windows-Time-Service',
    '06edcfeb-0fd0-4e53-acca-a6f8bbf81bcb',
    'System',
    'general-knowledge',
    ['Time-Service', 'W32Time'],
  ),
  'bitlocker-driver': provider(
    'Microsoft-Windows-BitLocker-Driver',
    '651df93b-5053-4d1e-94c5-f6e6d25908d0',
    'System',
    'general-knowledge',
    ['BitLocker-Driver'],
  ),
};

export interface EventField {
  readonly name: string;
  /** As the manifest calls it, where it matters; `null` else. */
  readonly type: string | null;
}

export interface EventRow extends Sourced {
  /** Provider and id, `Microsoft-Windows-WinREAgent/4502`. */
  readonly id: string;
  readonly provider: string;
  readonly aliases: readonly string[];
  readonly guid: string | null;
  readonly channel: string;
  readonly eventId: number;
  /** The part it plays, in one word: `update-failed`, `winre-servicing-succeeded`, `log-cleared`. */
  readonly role: string;
  readonly meaning: string;
  readonly fields: readonly EventField[];
}

export const EVENTS = table<EventRow>(
  'events',
  (row) => row.id,
  () =>
    splitRows(EVENT_LINES, 5).map(([providerKey = '', idCell = '', role = '', fields = '', meaning = '']) => {
      const known = PROVIDERS[providerKey];
      if (known === undefined) throw new Error(`No event provider is called ${providerKey}`);
      const eventId = Number.parseInt(idCell, 10);
      return {
        id: `${known.name}/${eventId}`,
        provider: known.name,
        aliases: known.aliases,
        guid: known.guid,
        channel: known.channel,
        eventId,
        role,
        meaning,
        fields: words(fields).map((field) => {
          const [name = '', type] = field.split(':');
          return { name, type: type ?? null };
        }),
        source: pointers([known.source]),
        confidence: idCell.endsWith('~') ? 'medium' : 'high',
        checked: '2026-11-20',
      };
    }),
);

/** What an event says. The provider may be given by its name, an alias or its GUID, in any letter case. */
export function findEvent(provider: string, eventId: number, events = EVENTS): EventRow | undefined {
  return events.find(`${provider}/${eventId}`) ?? eventsOf(eventId, events).find((row) => isProvider(row, provider));
}

/** Every event of this id, whoever wrote it. */
export function eventsOf(eventId: number, events = EVENTS): EventRow[] {
  return events.rows().filter((row) => row.eventId === eventId);
}

/** Whether a name, alias or GUID is that of the event's provider. */
export function isProvider(row: EventRow, name: string): boolean {
  const wanted = name.replace(/[{}]/g, '').toLowerCase();
  return [row.provider, ...row.aliases, row.guid ?? ''].some((known) => known.toLowerCase() === wanted);
}
