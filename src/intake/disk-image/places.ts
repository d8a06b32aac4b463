import type { WinReImage } from '../../evidence/kinds/winre.js';

/** Files of a Windows that tell of WinRE and of updates, with the endings of files that belong to them. */
export const WINDOWS_FILES: readonly { readonly path: string; readonly companions?: readonly string[] }[] = [
  { path: 'Windows/System32/config/SOFTWARE', companions: ['.LOG1', '.LOG2', '.LOG'] },
  { path: 'Windows/System32/config/SYSTEM', companions: ['.LOG1', '.LOG2', '.LOG'] },
  { path: 'Windows/System32/Recovery/ReAgent.xml' },
  { path: 'Windows/System32/winevt/Logs/System.evtx' },
  { path: 'Windows/System32/winevt/Logs/Setup.evtx' },
  { path: 'Windows/System32/winevt/Logs/Application.evtx' },
  { path: 'Windows/System32/winevt/Logs/Microsoft-Windows-WindowsUpdateClient%4Operational.evtx' },
  { path: 'Windows/System32/winevt/Logs/Microsoft-Windows-Windows Defender%4Operational.evtx' },
  { path: 'Windows/WinSxS/pending.xml' },
  { path: 'Windows/SoftwareDistribution/ReportingEvents.log' },
  { path: 'Windows/Panther/setupact.log' },
  { path: 'Windows/Panther/setuperr.log' },
  { path: '$WinREAgent/Rollback.xml' },
  { path: '$WinREAgent/RollbackInfo.ini' },
  { path: '$WinREAgent/WinREServicingManager.xml' },
];

/** Folders whose files are all looked at. */
export const FOLDERS_OF_INTEREST = [
  'Windows/Logs/CBS',
  'Windows/Logs/DISM',
  'Windows/Logs/ReAgent',
  'Windows/Logs/WinREAgent',
] as const;

const HIVE_LOGS = ['.LOG1', '.LOG2', '.LOG'] as const;

/** The boot store, where UEFI and where a BIOS starts from. */
export const BOOT_FILES = [
  { path: 'EFI/Microsoft/Boot/BCD', companions: HIVE_LOGS },
  { path: 'Boot/BCD', companions: HIVE_LOGS },
] as const;

/** The copy that servicing works on. Present: a commit waits for a restart, or has just ended. */
export const SCRATCH_IMAGE = '$WinREAgent/Scratch/update.wim';

/** Where recovery images lie. `needsWindows`: only looked for on volumes with (or without) a Windows. */
export const IMAGE_PLACES: readonly {
  readonly path: string;
  readonly place: WinReImage['place'];
  readonly needsWindows?: boolean;
}[] = [
  { path: 'Recovery/WindowsRE/Winre.wim', place: 'recovery-partition', needsWindows: false },
  { path: 'Recovery/WindowsRE/Winre.wim', place: 'os-volume', needsWindows: true },
  { path: 'Windows/System32/Recovery/Winre.wim', place: 'system32-recovery', needsWindows: true },
];
