/** Published troubles of single updates: what is seen, why, between which days, and what ended it. */
import type { CauseId } from './causes.js';

export const ISSUE_SYMPTOMS = [
  'generic-code-instead-of-lack-of-space',
  'generic-code-though-nothing-failed',
  'fails-on-server-core',
  'offered-again-though-installed',
  'old-failure-line-stays',
  'winre-does-not-start',
  'usb-input-dead-in-winre',
  'rollback-with-0x800f0922',
] as const;
export type IssueSymptom = (typeof ISSUE_SYMPTOMS)[number];

export interface KnownIssue {
  readonly id: string;
  readonly symptom: IssueSymptom;
  /** The code that is shown for it, `null` where there is none. */
  readonly code: string | null;
  /** The cause of ours that a device in this state has; `null` where the reason was never published. */
  readonly cause: CauseId | null;
  readonly reason: string;
  /** First day, `YYYY-MM-DD` or `YYYY-MM`. */
  readonly from: string;
  /** Last day on which a device could still run into it; that day itself is undecided. `null`: open, or not known. */
  readonly to: string | null;
  readonly status: 'resolved' | 'replaced' | 'by-design' | 'reported-by-users';
  /** Updates that end it; any later one of the same branch does as well. */
  readonly resolvedBy: readonly string[];
  readonly advice: string;
}

/** The defect of January 2024: every failure, and mostly lack of space, was shown under the generic installer code. */
const hiddenLackOfSpace = (resolvedBy: string): KnownIssue => ({
  id: 'lack-of-space-shown-as-0x80070643',
  symptom: 'generic-code-instead-of-lack-of-space',
  code: '0x80070643',
  cause: 'partition-too-small',
  reason:
    'The update ran out of room on the recovery partition, and a defect in its error handling showed 1603 in place of CBS_E_INSUFFICIENT_DISK_SPACE.',
  from: '2024-01-09',
  to: '2024-08-13',
  status: 'replaced',
  resolvedBy: [resolvedBy],
  advice:
    'Enlarge the recovery partition. Where there is none, or WinRE is not wanted, nothing has to be done: the replacement is not offered there.',
});

/** The defect of April 2025: an attempt made while another update awaits a restart is shown as failed. */
const shownFailedBeforeRestart = (resolvedBy: readonly string[]): KnownIssue => ({
  id: 'shown-failed-while-restart-pending',
  symptom: 'generic-code-though-nothing-failed',
  code: '0x80070643',
  cause: 'pending-restart',
  reason: 'Another update was waiting for a restart at the moment of the attempt.',
  from: '2025-04-08',
  to: '2025-04-21',
  status: 'resolved',
  resolvedBy,
  advice: 'Restart, then let Windows Update scan again. The line in the history may stay.',
});

const brokenPayload: KnownIssue = {
  id: 'winre-does-not-start-after-october-2025',
  symptom: 'winre-does-not-start',
  code: null,
  cause: 'known-bad-update',
  reason: 'The recovery image of October 2025 for Windows 10 is defective.',
  from: '2025-10-14',
  to: '2026-03',
  status: 'resolved',
  resolvedBy: ['KB5075039'],
  advice: 'Install KB5075039 or a later recovery update; until then recover from USB media.',
};

const deadInput = (from: string, resolvedBy: readonly string[]): KnownIssue => ({
  id: 'usb-input-dead-in-winre',
  symptom: 'usb-input-dead-in-winre',
  code: null,
  cause: 'known-bad-update',
  reason:
    'The recovery image of October 2025 for Windows 11 and Server 2025 takes no input from USB keyboards and mice.',
  from,
  to: '2025-10-20',
  status: 'resolved',
  resolvedBy,
  advice: 'Install KB5070773 or any later cumulative update; put KB5070762 or later into images.',
});

/** Known issues by the update that has them. */
export const KNOWN_ISSUES: Readonly<Record<string, readonly KnownIssue[]>> = {
  KB5034441: [hiddenLackOfSpace('KB5042320')],
  KB5034440: [hiddenLackOfSpace('KB5042321')],
  KB5034439: [
    hiddenLackOfSpace('KB5042322'),
    {
      id: 'fails-on-server-core-without-winre',
      symptom: 'fails-on-server-core',
      code: '0x80070643',
      cause: 'not-needed',
      reason: 'Server Core images have no separate recovery partition, so there is nothing to update.',
      from: '2024-01',
      to: null,
      status: 'reported-by-users',
      resolvedBy: [],
      advice: 'Ignore or hide it there.',
    },
  ],
  KB5048239: [
    {
      id: 'offered-again-and-again',
      symptom: 'offered-again-though-installed',
      code: null,
      cause: null,
      reason: 'Never published.',
      from: '2025-01',
      to: null,
      status: 'reported-by-users',
      resolvedBy: [],
      advice: 'Compare the level of the image and look for event 4501; where the image is current, ignore or hide it.',
    },
  ],
  KB5057589: [shownFailedBeforeRestart(['KB5063523'])],
  KB5057588: [shownFailedBeforeRestart([])],
  KB5063523: [
    {
      id: 'april-line-stays-in-history',
      symptom: 'old-failure-line-stays',
      code: '0x80070643',
      cause: 'stale-history',
      reason: 'History is never rewritten.',
      from: '2025-07-08',
      to: null,
      status: 'by-design',
      resolvedBy: [],
      advice: 'Ignore the line once the installed level is proved.',
    },
  ],
  KB5068164: [brokenPayload],
  KB5067017: [brokenPayload],
  KB5066835: [deadInput('2025-10-14', ['KB5070773', 'KB5070762'])],
  KB5067039: [deadInput('2025-10', ['KB5070762', 'KB5070773'])],
  KB5089549: [
    {
      id: 'efi-partition-full-may-2026',
      symptom: 'rollback-with-0x800f0922',
      code: '0x800F0922',
      cause: 'not-winre',
      reason:
        'The EFI system partition was nearly full, with some 10 MB left or less. The recovery partition has no part in it.',
      from: '2026-05-12',
      to: '2026-05-26',
      status: 'resolved',
      resolvedBy: ['KB5089573'],
      advice: 'Install KB5089573; make room on the EFI system partition where that is not enough.',
    },
  ],
};
