import type { KindId } from '../evidence/model.js';
import type { EvidenceSet } from './evidence-set.js';
import type { CauseId, Wish } from './verdict.js';

interface WishRow extends Wish {
  /** What it costs a person, from 1 (a glance) up: cheapest first. */
  readonly cost: number;
  /** Whether this was read already. */
  readonly had: (evidence: EvidenceSet) => boolean;
}

const measured = (kind: KindId) => (evidence: EvidenceSet) =>
  evidence.all(kind).some((fact) => fact.witness !== 'person');

const EVENTS =
  "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-WinREAgent','Microsoft-Windows-WindowsUpdateClient'} -MaxEvents 200 -ErrorAction SilentlyContinue | Format-List TimeCreated, ProviderName, Id, Message";
const PENDING =
  "'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending','HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired' | ForEach-Object { '{0} {1}' -f $_, (Test-Path $_) }";
const PARTITIONS =
  'Get-Partition | Format-Table DiskNumber, PartitionNumber, Offset, Size, GptType, MbrType, DriveLetter -AutoSize; Get-Volume | Format-List DriveLetter, FileSystemLabel, Size, SizeRemaining, UniqueId; Get-CimInstance Win32_Volume | Format-List DeviceID, Label, Capacity, FreeSpace';

/** Everything worth asking for. Each command looks and changes nothing. */
const WISHES: readonly WishRow[] = [
  {
    evidence: 'winre-state-and-version',
    kinds: ['winre-config', 'winre-version'],
    settles: ['winre-disabled', 'winre-image-missing', 'false-alarm', 'already-current', 'healthy'],
    how: { shell: 'powershell', elevated: true, command: 'reagentc.exe /info' },
    cost: 1,
    had: (evidence) => measured('winre-config')(evidence),
  },
  {
    evidence: 'winre-and-update-events',
    kinds: ['winre-servicing', 'update-event'],
    settles: ['false-alarm', 'stale-history', 'other', 'partition-too-small', 'not-winre'],
    how: { shell: 'powershell', elevated: false, command: EVENTS },
    cost: 2,
    had: (evidence) => evidence.hasCoverage('winre-events'),
  },
  {
    evidence: 'pending-restart-signs',
    kinds: ['pending-restart'],
    settles: ['pending-restart', 'servicing-stuck'],
    how: { shell: 'powershell', elevated: false, command: PENDING },
    cost: 2,
    had: measured('pending-restart'),
  },
  {
    evidence: 'recovery-partition-free-space',
    kinds: ['disk-layout', 'volume'],
    settles: ['partition-too-small', 'no-recovery-partition', 'partition-layout-blocks-resize'],
    how: { shell: 'powershell', elevated: true, command: PARTITIONS },
    cost: 3,
    had: (evidence) =>
      evidence
        .all('volume')
        .some((fact) => fact.value.role === 'recovery' && fact.value.freeBytes !== null && fact.witness !== 'person'),
  },
  {
    evidence: 'winre-servicing-log',
    kinds: ['winre-space-check', 'servicing-error'],
    settles: [
      'partition-too-small',
      'partition-layout-blocks-resize',
      'winre-image-corrupt',
      'component-store-corrupt',
      'os-volume-full',
    ],
    how: {
      shell: 'powershell',
      elevated: true,
      command:
        'Get-Content -Path "$env:windir\\Logs\\WinREAgent\\setupact.log" -Tail 200 -ErrorAction SilentlyContinue',
    },
    cost: 4,
    had: (evidence) => evidence.hasCoverage('winre-log') || measured('winre-space-check')(evidence),
  },
  {
    evidence: 'failed-update-name',
    kinds: ['update-event'],
    settles: ['not-winre', 'false-alarm', 'partition-too-small'],
    how: {
      shell: 'powershell',
      elevated: false,
      command:
        "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='Microsoft-Windows-WindowsUpdateClient'; Id=19,20} -MaxEvents 50 -ErrorAction SilentlyContinue | Format-List TimeCreated, Id, Message",
    },
    cost: 2,
    had: (evidence) =>
      evidence.all('update-event').some(({ value }) => value.kb !== null || value.title !== null) ||
      evidence.all('installer-failure').length > 0,
  },
  {
    evidence: 'windows-version',
    kinds: ['os-version'],
    settles: ['not-needed', 'winre-outdated'],
    how: { shell: 'cmd', elevated: false, command: 'cmd.exe /c ver' },
    cost: 1,
    had: (evidence) => evidence.all('os-version').some((fact) => fact.value.build !== null),
  },
  {
    evidence: 'installer-events',
    kinds: ['installer-failure'],
    settles: ['not-winre'],
    how: {
      shell: 'powershell',
      elevated: false,
      command:
        "Get-WinEvent -FilterHashtable @{LogName='Application'; ProviderName='MsiInstaller'} -MaxEvents 50 -ErrorAction SilentlyContinue | Format-List TimeCreated, Id, Message",
    },
    cost: 3,
    had: (evidence) => evidence.hasCoverage('installer-events'),
  },
];

/** Which wishes help each suspicion most, before cost decides. */
const FIRST: Partial<Record<CauseId, string>> = {
  'pending-restart': 'pending-restart-signs',
  'partition-too-small': 'recovery-partition-free-space',
  'no-recovery-partition': 'recovery-partition-free-space',
  'partition-layout-blocks-resize': 'recovery-partition-free-space',
  'winre-disabled': 'winre-state-and-version',
  'winre-registration-stale': 'winre-state-and-version',
  'not-winre': 'failed-update-name',
  'insufficient-evidence': 'failed-update-name', // which update failed decides most where none is known
  other: 'winre-servicing-log',
};

/** What was not read and would settle the case: what fits the suspicion first, then the cheapest. */
export function wishesFor(cause: CauseId, evidence: EvidenceSet): readonly Wish[] {
  const first = FIRST[cause];
  return WISHES.filter((wish) => !wish.had(evidence))
    .map((wish) => ({
      wish,
      rank:
        wish.evidence === first
          ? 0
          : wish.settles.includes(cause) || cause === 'insufficient-evidence'
            ? wish.cost
            : wish.cost + 10,
    }))
    .filter(({ rank }) => rank < 10 || cause === 'insufficient-evidence')
    .sort((a, b) => a.rank - b.rank)
    .map(({ wish: { evidence: word, kinds, settles, how } }) => ({ evidence: word, kinds, settles, how }));
}

/** One block for Windows PowerShell 5.1 that gathers all wishes at once. It looks and changes nothing. */
export function gatherBlock(wishes: readonly Wish[]): string | null {
  if (wishes.length === 0) return null;
  const parts = wishes.map(({ evidence, how }) => `  '== ${evidence}'\n  ${how.command}`);
  const elevated = wishes.some(({ how }) => how.elevated)
    ? '# Run in Windows PowerShell as administrator. It only looks.\n'
    : '# Run in Windows PowerShell. It only looks.\n';
  return `${elevated}& {\n${parts.join('\n')}\n} 2>&1 | Out-String -Width 400`;
}
