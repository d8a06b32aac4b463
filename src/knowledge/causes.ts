/** Why an update is shown as failed, and the one thing to do about each cause. */
import { pointers, type SourceId } from './sources.js';
import { type Confidence, type Sourced, table } from './table.js';

/** What the person should do. */
export const ANSWERS = ['ignore', 'restart', 'repair', 'elsewhere', 'ask'] as const;
export type Answer = (typeof ANSWERS)[number];

export const CAUSE_IDS = [
  'false-alarm',
  'stale-history',
  'already-current',
  'not-needed',
  'healthy',
  'pending-restart',
  'partition-too-small',
  'no-recovery-partition',
  'partition-layout-blocks-resize',
  'winre-disabled',
  'winre-image-missing',
  'winre-image-corrupt',
  'winre-registration-stale',
  'os-volume-full',
  'component-store-corrupt',
  'update-files-corrupt',
  'install-conflict',
  'servicing-stuck',
  'permission',
  'bitlocker',
  'known-bad-update',
  'winre-outdated',
  'other',
  'not-winre',
  'insufficient-evidence',
] as const;
export type CauseId = (typeof CAUSE_IDS)[number];

export interface CauseRow extends Sourced {
  readonly id: CauseId;
  /** The one answer this cause has, unless the deciding fact is unread: then it is `ask`. */
  readonly answer: Answer;
  readonly title: string;
  readonly meaning: string;
  /** What to do, in order. */
  readonly fix: readonly string[];
}

const row = (
  id: CauseId,
  answer: Answer,
  title: string,
  meaning: string,
  fix: readonly string[],
  source: readonly SourceId[],
  confidence: Confidence = 'high',
): CauseRow => ({ id, answer, title, meaning, fix, source: pointers(source), confidence, checked: '2026-11-20' });

export const CAUSES = table<CauseRow>(
  'causes',
  (cause) => cause.id,
  () => [
    row(
      'false-alarm',
      'ignore',
      'Shown as failed, but installed',
      'The recovery image is at the wanted level, or Windows recorded success after the failure. The line in the history is wrong.',
      [
        'Nothing has to be done.',
        'Check for updates once: the offer should be gone.',
        'The old line may stay in the history.',
      ],
      ['release-health', 'smarti'],
    ),
    row(
      'stale-history',
      'ignore',
      'An old failure that a later update settled',
      'A newer recovery update is in, so the older one is no longer wanted. History keeps the line.',
      ['Nothing has to be done.', 'Leave the update store alone: deleting it only removes evidence.'],
      ['smarti'],
    ),
    row(
      'already-current',
      'ignore',
      'Offered again although its level is there',
      'The recovery image had this level before the attempt, so the installer had nothing to put in.',
      ['Nothing has to be done.', 'Hide the update if it keeps coming back.'],
      ['kb5046398'],
      'medium',
    ),
    row(
      'not-needed',
      'ignore',
      'WinRE is off on purpose, or the update is not for this Windows',
      'A recovery update has nothing to work on where WinRE was switched off by choice or policy, or where the product has none.',
      ['Nothing has to be done.', 'Decline or hide the update where it still comes.'],
      ['resize-help', 'server-2022-page'],
    ),
    row(
      'healthy',
      'ignore',
      'Nothing is wrong',
      'No failure stands, and the recovery environment is enabled, whole and current by the date of this knowledge.',
      ['Nothing has to be done.'],
      ['winre-reference'],
    ),
    row(
      'pending-restart',
      'restart',
      'Waiting for a restart',
      'Another update, or this one, finishes only during a full restart. Until then Windows Update may show a failure.',
      [
        'Restart Windows from the Start menu; shutting down and switching on again does not count.',
        'Let the machine settle for some minutes, then check for updates.',
      ],
      ['release-health', 'ilsoftware'],
    ),
    row(
      'partition-too-small',
      'repair',
      'The recovery partition has too little free space',
      'The new recovery image does not fit beside what lies on the partition, and Windows could not enlarge it.',
      [
        'Restart once, then look again.',
        'Copy winre.wim and ReAgent.xml to a safe place, note the partition layout.',
        'Switch WinRE off with reagentc, and prove that the image came back to System32\\Recovery.',
        'Shrink Windows, replace the recovery partition behind it by a larger one of the same type, switch WinRE on.',
      ],
      ['resize-help', 'add-update-to-winre'],
    ),
    row(
      'no-recovery-partition',
      'repair',
      'There is no recovery partition',
      'WinRE has no partition of its own, or lies on the Windows volume, where recovery updates cannot be applied the usual way.',
      [
        'Decide whether this device should have WinRE.',
        'If so, shrink Windows, create a partition of the recovery type behind it, and switch WinRE on.',
      ],
      ['resize-help', 'gpt-layout'],
    ),
    row(
      'partition-layout-blocks-resize',
      'repair',
      'The disk layout keeps the recovery partition from growing',
      'The recovery partition lies before Windows, behind another partition, on another disk, or the partition table is full.',
      [
        'Create a new recovery partition right behind Windows instead of growing the old one.',
        'Remove the old one only when it has the recovery type, is not the system partition and holds nothing of the maker.',
      ],
      ['gpt-layout', 'mbr-layout'],
    ),
    row(
      'winre-disabled',
      'repair',
      'WinRE is switched off',
      'Nothing says that this was wanted. While it is off, recovery updates have nothing to act on.',
      ['Run reagentc /enable in an elevated prompt.', 'If it refuses, its bare hexadecimal code tells why.'],
      ['reagentc', 'winre-reference'],
    ),
    row(
      'winre-image-missing',
      'repair',
      'The recovery image is gone',
      'Neither the place of the enabled image nor the place of the staged one holds winre.wim.',
      [
        'Take winre.wim out of install media of the same build, architecture and language.',
        'Put it into System32\\Recovery, register it with reagentc /setreimage, then enable WinRE.',
        'Bring the image up to date with the newest Safe OS package of the branch.',
      ],
      ['reagentc', 'winre-reference'],
    ),
    row(
      'winre-image-corrupt',
      'repair',
      'The recovery image is damaged',
      'winre.wim, or a registry hive or store inside it, cannot be read any more. Servicing it will not help.',
      ['Check the file system and the disk.', 'Replace winre.wim from matching media, then update it.'],
      ['reagentc', 'win32-codes'],
    ),
    row(
      'winre-registration-stale',
      'repair',
      'WinRE is registered at a place that does not exist',
      'ReAgent.xml, the boot store and the disk do not agree, most often after cloning or repartitioning.',
      [
        'Back up ReAgent.xml and the boot store.',
        'Run reagentc /disable, then /enable.',
        'If it refuses, remove the orphaned recovery entries from the boot store first.',
      ],
      ['reagentc', 'winre-reference'],
    ),
    row(
      'os-volume-full',
      'repair',
      'The Windows volume is full',
      'Servicing works on a copy of the image on the Windows volume and wants its peak size and 1 GiB more.',
      ['Free space on the Windows volume, then try the update again.'],
      ['engine-notes'],
      'medium',
    ),
    row(
      'component-store-corrupt',
      'repair',
      'The component store is damaged',
      'Windows itself, not WinRE, lacks files that servicing needs.',
      ['Run dism /online /cleanup-image /restorehealth, then sfc /scannow.', 'If both fail, repair Windows in place.'],
      ['servicing-help', 'wu-errors'],
    ),
    row(
      'update-files-corrupt',
      'repair',
      'The download is damaged',
      'The package failed its hash or signature check, or could not be unpacked.',
      ['Save the logs.', 'Let Windows Update download the package again.'],
      ['wu-reference'],
    ),
    row(
      'install-conflict',
      'repair',
      'Another installation was in the way',
      'A second installer, mount or servicing session held what this one needed.',
      ['Let the other installation end or restart, then try again.', 'Clear leftover image mounts.'],
      ['msi-codes', 'wu-reference'],
    ),
    row(
      'servicing-stuck',
      'repair',
      'Pending work outlives restarts',
      'The signs of unfinished servicing are older than several full restarts: restarting again will not clear them.',
      ['Save CBS.log and pending.xml.', 'Repair the component store, then Windows in place.'],
      ['servicing-help'],
      'medium',
    ),
    row(
      'permission',
      'repair',
      'Access was refused',
      'Rights, a policy or a security product kept servicing from the image, its folder or the recovery partition.',
      ['Run elevated.', 'Exempt the servicing and mount folders in the security product, then try again.'],
      ['win32-codes', 'reagentc'],
    ),
    row(
      'bitlocker',
      'repair',
      'BitLocker stands in the way',
      'The volume is locked or being encrypted, or the recovery partition itself was encrypted.',
      [
        'Let encryption or decryption come to its end.',
        'Suspend protection for one restart; keep the recovery key at hand.',
        'Keep the recovery partition unencrypted.',
      ],
      ['bitlocker'],
      'medium',
    ),
    row(
      'known-bad-update',
      'repair',
      'The update went in, and it broke WinRE',
      'A published defect of this payload keeps WinRE from starting or from taking input, although history says success.',
      ['Install the update that repairs it.', 'Until then recover from USB media.'],
      ['bleeping-5075039', 'usb-2025'],
    ),
    row(
      'winre-outdated',
      'repair',
      'WinRE works, but lacks published security fixes',
      'The image is older than a fix for a published weakness, and nothing on this device will bring it.',
      [
        'Apply the newest Safe OS package of the branch to the image.',
        'Register the new image with reagentc /disable and /enable.',
      ],
      ['add-update-to-winre'],
    ),
    row(
      'other',
      'repair',
      'A real failure of another kind',
      'The failure is proved and its code is known, but it fits none of the named causes.',
      ['Follow the code and the log that the report cites.'],
      ['wu-errors'],
      'medium',
    ),
    row(
      'not-winre',
      'elsewhere',
      'Not a WinRE problem',
      'Another product failed to install. 0x80070643 is what Windows Update shows for any of them.',
      ['Follow the advice for that product.', 'Leave the recovery partition alone.'],
      ['msi-codes', 'wu-errors'],
    ),
    row(
      'insufficient-evidence',
      'ask',
      'What was given does not decide',
      'No deciding fact could be read.',
      ['Gather what the report lists as missing.'],
      ['wu-errors'],
    ),
  ],
);

export const isCauseId = (id: string): id is CauseId => (CAUSE_IDS as readonly string[]).includes(id);

/** The row of a cause. Every cause has one. */
export function findCause(id: CauseId, causes = CAUSES): CauseRow {
  const found = causes.find(id);
  if (found === undefined) throw new Error(`No row for cause ${id}`);
  return found;
}

/** The answer that goes with a cause whose deciding fact was read. */
export const answerOf = (id: CauseId): Answer => findCause(id).answer;
