/** The files of a Windows volume that a judge of Windows RE looks at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dword, keysOf, makeHive, text } from './hive.js';
import { makePe } from './pe-file.js';
import { makeRecoveryImage } from './recovery-image.js';
import type { Scenario } from './scenarios.js';
import { systemLog } from './story.js';

const OS_BUILD = 19045;
const OS_REVISION = 5737;
const NIL = '{00000000-0000-0000-0000-000000000000}';

/** What the disk says of itself, as ReAgent.xml repeats it. */
export interface Registration {
  /** In braces; nil on MBR disks. */
  readonly diskGuid: string;
  readonly signature: number;
  /** Of the partition with the image, in bytes. */
  readonly offset: number;
  readonly bcdId: string;
}

/** Writes the tree of files to `root`. */
export function makeWindowsTree(
  root: string,
  scenario: Scenario,
  registration: Registration,
  scratch: string,
  cache: string,
): void {
  const computer = `MADE-${scenario.id.toUpperCase()}`.slice(0, 15);
  const system32 = join(root, 'Windows', 'System32');
  for (const folder of ['config', 'Recovery', 'winevt/Logs']) mkdirSync(join(system32, folder), { recursive: true });
  for (const folder of ['Windows/Logs/CBS', 'Windows/SoftwareDistribution', 'Users/Public', 'Recovery']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  makePe(join(system32, 'ntoskrnl.exe'), 'ntoskrnl.exe', `10.0.19041.${OS_REVISION}`, scratch);
  makeHive(join(system32, 'config', 'SOFTWARE'), softwareHive(scenario));
  makeHive(join(system32, 'config', 'SYSTEM'), systemHive(computer));
  writeFileSync(join(system32, 'winevt', 'Logs', 'System.evtx'), systemLog(scenario.happenings, computer));
  writeFileSync(join(system32, 'Recovery', 'ReAgent.xml'), reAgentXml(scenario, registration));
  if (scenario.pendingVersion !== null) {
    const image = writePending(root);
    makeRecoveryImage(image, scenario.pendingVersion, scenario.imageMegabytes, scratch, cache);
  }
}

function softwareHive(scenario: Scenario) {
  const servicing = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';
  return keysOf({
    'Microsoft\\Windows NT\\CurrentVersion': {
      ProductName: text('Windows 10 Pro'),
      EditionID: text('Professional'),
      InstallationType: text('Client'),
      DisplayVersion: text('22H2'),
      CurrentBuild: text(`${OS_BUILD}`),
      CurrentBuildNumber: text(`${OS_BUILD}`),
      CurrentMajorVersionNumber: dword(10),
      CurrentMinorVersionNumber: dword(0),
      UBR: dword(OS_REVISION),
      BuildLabEx: text('19041.1.amd64fre.vb_release.191206-1406'),
    },
    [servicing]: { LastRestorePointSet: dword(0) },
    ...(scenario.pendingVersion !== null ? { [`${servicing}\\RebootPending`]: {} } : {}),
  });
}

function systemHive(computer: string) {
  return keysOf({
    Select: { Current: dword(1), Default: dword(1), Failed: dword(0), LastKnownGood: dword(1) },
    'ControlSet001\\Control\\ComputerName\\ComputerName': { ComputerName: text(computer) },
    'ControlSet001\\Control\\TimeZoneInformation': { Bias: dword(0), TimeZoneKeyName: text('UTC') },
    'ControlSet001\\Control\\Session Manager': { ProtectionMode: dword(1) },
  });
}

/** As Windows 11 writes it: a byte order mark, an empty line behind the declaration, and lines that end in LF. */
function reAgentXml(scenario: Scenario, { diskGuid, signature, offset, bcdId }: Registration): string {
  const place = (element: string, path: string, at: number, disk: string, id: number, more = '') =>
    `  <${element} path="${path}" id="${id}" offset="${at}" guid="${disk}"${more}/>`;
  const state = (element: string, value: number) => `  <${element} state="${value}"/>`;
  const location = scenario.enabled
    ? place('WinreLocation', '\\Recovery\\WindowsRE', offset + scenario.offsetError, diskGuid, signature)
    : place('WinreLocation', '', 0, NIL, 0);
  return [
    "\ufeff<?xml version='1.0' encoding='utf-8'?>",
    '',
    '<WindowsRE version="2.0">',
    `  <WinreBCD id="${scenario.enabled ? bcdId : NIL}"/>`,
    location,
    place('ImageLocation', '', 0, NIL, 0),
    place('PBRImageLocation', '', 0, NIL, 0, ' index="0"'),
    place('PBRCustomImageLocation', '', 0, NIL, 0, ' index="0"'),
    state('InstallState', scenario.enabled ? 1 : 0),
    state('OsInstallAvailable', 0),
    state('CustomImageAvailable', 0),
    state('IsAutoRepairOn', 1),
    state('WinREStaged', 0),
    '  <OperationParam path=""/>',
    state('OperationPermanent', 0),
    '  <OsBuildVersion path="19041.1.amd64fre.vb_release.191206-1406"/>',
    state('OemTool', 0),
    state('IsServer', 0),
    place('DownlevelWinreLocation', '', 0, NIL, 0),
    state('IsWimBoot', 0),
    state('NarratorScheduled', 0),
    state('ScheduledOperation', 4),
    '</WindowsRE>',
    '',
  ].join('\n');
}

/** The servicing engine's own folder between staging and the restart that commits. @returns Where the new image belongs. */
function writePending(root: string): string {
  const scratch = join(root, '$WinREAgent', 'Scratch');
  mkdirSync(scratch, { recursive: true });
  const state = '[ExecutionInfo]\r\nCommitStart=No\r\nCommitComplete=No\r\n';
  writeFileSync(join(root, '$WinREAgent', 'RollbackInfo.ini'), state);
  return join(scratch, 'update.wim');
}
