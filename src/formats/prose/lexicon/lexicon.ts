/**
 * What a language is to the reader of prose: for each concept the ways people write it. A new language is one file
 * beside this one and one line in `all.ts`.
 *
 * Ways are separated by `|`. `*` after a word stands for any ending, `…` for up to six words (twelve characters where
 * words are not spaced). Case, accents, hyphens and apostrophes do not matter.
 */
export interface Lexicon {
  /** BCP 47 tag. */
  readonly tag: string;
  /** Very common words that tell this language from others, separated by spaces. May be empty where the script does. */
  readonly common: string;
  readonly ways: Readonly<Record<Concept, string>>;
  /** Stems of the twelve months, January first, separated by spaces; empty where dates are written in figures. */
  readonly months: string;
}

/** Ways that are found in texts of every language. */
export interface BorrowedWords {
  readonly ways: Readonly<Partial<Record<Concept, string>>>;
}

/** Groups of concepts. The comment says when a way belongs there. */
export const CONCEPTS = [
  // Things
  'recovery-partition', // the partition, never the environment
  'winre', //              the environment
  'image', //              winre.wim, the recovery image
  'os-volume', //          the Windows partition, drive C
  'boot-partition', //     EFI system partition, system reserved
  'other-partition', //    some other partition, data partition
  'partition', //          the word alone
  'free', //               free, available (space)
  'used', //               used, occupied (space)
  'encryption', //         BitLocker, device encryption
  'driver',
  'installer', //          the program that installs something: installer, setup
  'windows-update', //     Windows Update itself, or "update" as a noun
  'history', //            update history, the list of old entries
  'boot-data', //          Boot Configuration Data
  'event', //              a record of an event log
  'error-code', //         error, code: the word before a bare code
  'installation', //       "the target Windows installation", as reagentc names it
  // What happened or is so
  'fail', //               fails, error, refuses, aborts
  'install', //            to install, installation: says nothing of how it ended
  'succeed', //            is installed now, went through, without errors: the whole phrase
  'offered', //            is offered, comes back, appears again
  'withdrawn', //          is no longer offered, is gone from the list
  'uninstall',
  'enlarge', //            enlarge, resize, make bigger
  'shrink',
  'delete', //             deleted, formatted, merged: done to a partition or folder
  'create',
  'disabled',
  'enabled',
  'missing', //            missing, gone, not found: the whole phrase
  'corrupt',
  'full', //               full, no space left
  'small', //              too small, not enough room: the whole phrase
  'enough', //             big enough, sufficient
  'solved', //             solved, fixed, that worked
  'useless', //            did not help, same error, still fails: the whole phrase
  'restarted', //          restarted, after a restart: it was done
  'restarted-often', //    restarted several times
  'restart', //            the word alone
  'waiting', //            pending, waits for, outstanding
  'restart-awaited', //    a restart is pending: the whole phrase
  'restart-loop', //       asks again after every restart
  'cannot', //             cannot, unable, is not possible
  'refuses',
  'relocated', //          cloned, migrated, moved to another disk
  'converted', //          converted from MBR to GPT
  'between', //            lies in between, in the way
  'last', //               at the end of the disk
  'in-front', //           before the Windows partition, at the start of the disk
  'behind', //             directly behind the Windows partition
  'table-full', //         four primary partitions
  'not-elevated', //       not run as administrator
  'antivirus',
  'blocks',
  'clean', //              found no damage
  'damaged', //            found damage
  'on-purpose',
  'by-hand',
  'broken', //             does not start, black screen, no keyboard
  'not-found-environment', // could not find the recovery environment
  'manufacturer', //       OEM, maker's factory image
  // How it is said
  'not',
  'none', //               no, without any; there is no (of a thing)
  'but', //                but, although, because: a new clause
  'and',
  'if', //                 if, in case; would, could
  'when', //               when, whenever: may be a condition, may be a habit
  'asks', //               how, why, does it
  'advises', //            says, recommends, according to, you should
  'plans', //              I will, I want to, before I
  'elsewhere', //          on another machine, a friend
  'needs', //              needs, requires, at least
  'it', //                 it, this: what was spoken of before
  'other', //              another, a different
  'of', //                 between a part and its whole: 13 MB of 500 MB
  'formerly', //           used to be, was before
  'still-listed', //       the history still shows
  'two',
  'three',
  'four',
  'noise', //              says nothing, and hides a shorter way that lies in it
] as const;

export type Concept = (typeof CONCEPTS)[number];
