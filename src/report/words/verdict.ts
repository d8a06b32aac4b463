import { noted } from './noted.js';

/** What the person should do: the first words of every report. */
export const answer = noted('The answer of the whole report, a few words in capitals or on a badge.', {
  ignore: 'Nothing to do',
  restart: 'Restart',
  repair: 'Repair needed',
  elsewhere: 'Not a WinRE problem',
  ask: 'Cannot tell yet',
});

/** The same in one lower-case word or two, for table cells. */
export const answerShort = noted('The answer for one update in a table, as short as can be.', {
  ignore: 'ignore',
  restart: 'restart',
  repair: 'repair',
  elsewhere: 'elsewhere',
  ask: 'unclear',
});

export const certainty = noted('How sure the answer is, one word beside it.', {
  proven: 'proven',
  supported: 'supported',
  suspected: 'suspected',
});

export const certaintyHint = noted('Explains the word for how sure the answer is. One sentence.', {
  proven: 'The deciding fact was measured: read from a file, or printed by Windows itself.',
  supported: 'Logs, events or a person say so, and nothing contradicts them.',
  suspected: 'It fits, but a deciding fact was not given.',
});

/** Each cause as a noun phrase. */
export const cause = noted('A cause as a short noun phrase, in lists of causes.', {
  'false-alarm': 'a false alarm',
  'stale-history': 'an old failure made good since',
  'already-current': 'offered again although it is already in',
  'not-needed': 'not needed on this device',
  healthy: 'nothing wrong',
  'pending-restart': 'a restart is awaited',
  'partition-too-small': 'too little room on the recovery partition',
  'no-recovery-partition': 'no recovery partition that can be serviced',
  'partition-layout-blocks-resize': 'a disk layout that leaves the recovery partition no room to grow',
  'winre-disabled': 'WinRE switched off',
  'winre-image-missing': 'recovery image missing',
  'winre-image-corrupt': 'recovery image damaged',
  'winre-registration-stale': 'WinRE registered in the wrong place',
  'os-volume-full': 'Windows volume full',
  'component-store-corrupt': 'component store damaged',
  'update-files-corrupt': 'downloaded update files damaged',
  'install-conflict': 'another installation in the way',
  'servicing-stuck': 'servicing stuck in spite of restarts',
  permission: 'missing rights',
  bitlocker: 'BitLocker in the way',
  'known-bad-update': 'an update known to break WinRE',
  'winre-outdated': 'WinRE older than published fixes',
  other: 'another WinRE trouble',
  'not-winre': 'another product than WinRE',
  'insufficient-evidence': 'too little evidence',
});

/** What the verdict says when no rule decides. */
export const verdict = {
  'insufficient-evidence-title': {
    text: 'What was given does not show why the update failed',
    note: 'Title of the report where the evidence decides nothing.',
  },
  'insufficient-evidence-summary': {
    text: 'Error 0x80070643 only says that an installation failed, never why. It can be a false alarm, an awaited restart, a recovery partition without room, or another product altogether; the evidence given fits more than one of these.',
    note: 'Explains why there is no answer. Keep the code as it is.',
  },
  'insufficient-evidence-next-step': {
    text: 'Run the command below: it changes nothing, and its output will settle the question. Do not resize any partition before that.',
    note: 'What to do where there is no answer. The command follows below.',
  },
  'no-failure-title': {
    text: 'No failed update was found in what was given',
    note: 'Title where no failure was found, and what was read does not cover enough to call the device healthy.',
  },
  'no-failure-summary': {
    text: 'Nothing given records a failed WinRE update, but the update history was not read far enough to say that there was none.',
    note: 'Explains the title “No failed update was found”.',
  },
  'no-failure-next-step': {
    text: 'If Windows Update shows a failure, run the command below and pass its output as well; it changes nothing.',
    note: 'What to do where no failure was found.',
  },
  'look-first': {
    text: 'Look before you change anything: run the first command below, which only reads, and pass its output as well.',
    note: 'What to do where the answer is a suspicion. The command follows below.',
  },
  'restart-at-ease': {
    text: 'Nothing has to be mended. Another update waits for a restart: restart when it is convenient, then let Windows Update search once more.',
    note: 'What to do where the update judged is harmless, but a restart is awaited for something else.',
  },
  'trouble-stands': {
    text: 'The failure itself may be harmless, but this trouble stands.',
    note: 'Why a harmless cause is not the answer: other facts, cited beside it, show a trouble.',
  },
  'would-soothe': {
    text: 'What is cited here speaks against it.',
    note: 'Why a harmless cause is not the answer; the facts are cited beside it.',
  },
  'winre-unseen-title': {
    text: 'No failed WinRE update is in the history; WinRE itself was not seen',
    note: 'Title where the update history was read and holds no failure, but nothing shows whether WinRE is on and current.',
  },
  'winre-unseen-summary': {
    text: 'The update history that was read records no failed update of the recovery environment. Whether the recovery environment is on and up to date cannot be told from it.',
    note: 'Explains the title “No failed WinRE update is in the history”.',
  },
  'winre-unseen-next-step': {
    text: 'To know that WinRE is sound, run the command below and pass its output as well; it changes nothing.',
    note: 'What to do where only WinRE itself was not looked at.',
  },
} as const;

/** What to look at next, behind “Look at”. */
export const wish = noted('Something to look at, as a noun phrase behind “Look at”.', {
  'winre-state-and-version': 'whether WinRE is enabled, where it lies, and its level',
  'winre-and-update-events': 'the events of Windows Update and of WinRE servicing',
  'pending-restart-signs': 'whether a restart is awaited',
  'recovery-partition-free-space': 'the recovery partition: its place, size and free space',
  'winre-servicing-log': 'the log of WinRE servicing',
  'failed-update-name': 'which update failed, and with which code',
  'windows-version': 'the version of Windows',
  'installer-events': 'the events of the Windows Installer',
});
