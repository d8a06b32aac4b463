/** What is known of one update. */
import type { KnownIssue } from './known-issues.js';
import type { Confidence, Sourced } from './table.js';

export const UPDATE_KINDS = [
  'winre-update', // an update of WinRE alone, from Windows Update
  'safe-os-du', //   the package that goes into winre.wim
  'setup-du', //     files for the `sources` folder of media
  'du-unclassified', // one of the two, undecided
  'lcu', //          cumulative update of Windows
  'ssu', //          servicing stack
  'script', //       an article with instructions or sample scripts; nothing to install
  'dotnet',
  'defender',
  'driver',
  'other',
] as const;
export type UpdateKind = (typeof UPDATE_KINDS)[number];

/** Where a release day comes from. Only `published` is a day; the others say by when the update was out. */
export const RELEASE_BASES = ['published', 'first-seen', 'press', 'title', 'window', 'unknown'] as const;
export type ReleaseBasis = (typeof RELEASE_BASES)[number];

/** When Windows Update does not offer a WinRE update. */
export const OFFER_LIMITS = [
  'no-recovery-partition',
  'too-little-free-space',
  'serviced-by-hand',
  'at-or-above-target',
  'already-installed',
] as const;
export type OfferLimit = (typeof OFFER_LIMITS)[number];

/** What an update asks of a device before it can be installed. */
export const REQUIREMENTS = [
  'recovery-partition-free-250-mb',
  'recovery-partition-size-256-mb', // one press article; contradicts all pages
  'safe-os-du-2022-11',
  'safe-os-du-2024-01',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** Things worth knowing of an update that fit no other field. */
export const UPDATE_MARKS = [
  'withdrawn-2024-08-13',
  'same-level-as-replaced',
  'title-says-security-update',
  'number-unverified',
  'number-unknown',
  'branch-inferred',
  'not-a-winre-image-update',
  'repairs-winre',
  'writes-breadcrumb',
  'needs-recovery-partition-behind-windows',
] as const;
export type UpdateMark = (typeof UPDATE_MARKS)[number];

/** How an update reaches devices; `null` where nobody looked. */
export interface Channels {
  readonly windowsUpdate: boolean | null;
  readonly catalog: boolean | null;
  readonly wsus: boolean | null;
}

export interface UpdateRow extends Sourced {
  /** The KB number, `KB5034441`, or a name of ours for the one update whose number is not known. */
  readonly id: string;
  readonly kb: string | null;
  readonly title: string;
  readonly kind: UpdateKind;
  readonly kindConfidence: Confidence;
  readonly products: readonly string[];
  /** Builds it is for; empty where they are not settled. */
  readonly osBuilds: readonly string[];
  /** The servicing branch, `null` where it is not settled or there are several. */
  readonly branch: number | null;
  /** The published day, `YYYY-MM-DD` or `YYYY-MM`; `null` where none was published. */
  readonly releaseDate: string | null;
  /** By this day or month it was out. */
  readonly releasedBy: string | null;
  readonly releaseBasis: ReleaseBasis;
  /** The title that Windows Update shows, where one was seen; titles are translated, numbers are not. */
  readonly windowsUpdateTitle: string | null;
  /** The level of the recovery image after it, `null` where none was published. */
  readonly targetWinReVersion: string | null;
  readonly targetConfidence: Confidence | null;
  /** `third-party`: read from somebody's script, a hint and no proof. */
  readonly targetBasis: 'published' | 'third-party' | null;
  /** A level seen on a device that had it: likely, never proof. */
  readonly observedWinReVersion: string | null;
  readonly requires: readonly Requirement[];
  readonly replaces: readonly string[];
  readonly replacedBy: readonly string[];
  readonly notOfferedWhen: readonly OfferLimit[];
  readonly knownIssues: readonly KnownIssue[];
  /** Safe OS packages inside it. */
  readonly integrates: readonly string[];
  /** The Safe OS package of the same day and branch, where that it is inside is only likely. */
  readonly probablyIntegrates: readonly string[];
  /** Whether a cumulative update brings a new recovery image; `null` for other kinds and where it is not known. */
  readonly bringsWinRe: boolean | null;
  /** Published weaknesses it mends. */
  readonly fixes: readonly string[];
  readonly uninstallable: boolean | null;
  readonly restartRequired: boolean | null;
  readonly channels: Channels | null;
  readonly marks: readonly UpdateMark[];
}
