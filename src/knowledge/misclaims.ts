/** Wrong claims that circulate, by what they are about, and what contradicts each. */
import { pointers, type SourceId } from './sources.js';
import { type Confidence, type Sourced, table } from './table.js';

export interface MisclaimRow extends Sourced {
  readonly id: string;
  /** Keys of other tables that the claim is about: `0x80070643`, `KB5057589`, a cause, an event id with its provider. */
  readonly about: readonly string[];
  readonly claim: string;
  readonly contradiction: string;
}

const row = (
  id: string,
  about: readonly string[],
  claim: string,
  contradiction: string,
  source: readonly SourceId[],
  confidence: Confidence = 'high',
): MisclaimRow => ({ id, about, claim, contradiction, source: pointers(source), confidence, checked: '2026-11-20' });

const JANUARY_2024 = ['KB5034439', 'KB5034440', 'KB5034441'];
const APRIL_2025 = ['KB5057588', 'KB5057589'];
const WINRE_EVENT = 'Microsoft-Windows-WinREAgent';

export const MISCLAIMS = table<MisclaimRow>(
  'misclaims',
  (claim) => claim.id,
  () => [
    row(
      'code-is-1618',
      ['0x80070643', '0x80070652', 'install-conflict'],
      '0x80070643 means that another installation is already running',
      '0x80070643 wraps 1603, ERROR_INSTALL_FAILURE. Another installation running is 1618, 0x80070652.',
      ['msi-codes', 'win32-codes'],
    ),
    row(
      'code-names-the-cause',
      ['0x80070643', 'partition-too-small'],
      '0x80070643 means that the recovery partition is too small',
      'The code says that an installer failed and no more. It stood for lack of room in January 2024, for nothing at all in April 2025, and stands for Defender, .NET, drivers and every MSI.',
      ['msi-codes', 'release-health', 'wu-errors'],
    ),
    row(
      'april-2025-fragmented',
      [...APRIL_2025, '0x80070643', 'pending-restart', 'false-alarm'],
      'The error of April 2025 comes from a full or fragmented recovery partition',
      'The stated condition is another update that awaits a restart. Partition and fragmentation have no part in it; the update is normally in after the restart.',
      ['release-health', 'ilsoftware'],
    ),
    row(
      'april-2025-repartition',
      [...APRIL_2025, 'false-alarm'],
      'The error of April 2025 is mended by enlarging the recovery partition',
      'Nothing failed, so nothing has to be enlarged: restart, scan again, compare the level of the image.',
      ['release-health', 'smarti'],
    ),
    row(
      'july-2025-clears-history',
      ['KB5063523', 'KB5057589', 'stale-history'],
      'The July 2025 update removes the failed entry from the history',
      'It removes the reason; history is never rewritten, so the old line can stay for good.',
      ['smarti'],
    ),
    row(
      'windows-10-without-version',
      ['KB5062692', 'KB5062788', 'KB5055770', 'KB5065918', 'du-title-windows-10'],
      'A Dynamic Update titled just "Windows 10" is for all versions of Windows 10',
      'A title without a version stands for 1507, the first release. The file lists of every other branch lack these packages; put on another build they answer 0x800f081e.',
      ['media-du', 'catalog-lists'],
      'medium',
    ),
    row(
      'partition-must-be-250-mb',
      [...JANUARY_2024, 'partition-too-small', 'article-free'],
      'The recovery partition must be 250 MB large',
      'The articles ask for 250 MB of free space on it. A partition of 572 MB has failed and has sufficed.',
      ['resize-help'],
    ),
    row(
      'free-space-on-c',
      [...JANUARY_2024, 'partition-too-small', 'os-volume-full', '0x80070070', '0x800F0828'],
      'Free space on C: settles the 250 MB',
      'The 250 MB are on the recovery partition. The Windows volume has a rule of its own: the peak of servicing and 1 GiB, with code 0x80073CF4.',
      ['resize-help', 'engine-notes'],
    ),
    row(
      'exactly-250-decides',
      ['partition-too-small', 'article-free', 'engine-in-place'],
      'With 250 MB free the update must succeed, below it must fail',
      'The engine compares the real size of the new image with the real free space; 250 MB approximates that. 60 MB have sufficed, 260 MB can be too little.',
      ['engine-notes'],
      'medium',
    ),
    row(
      'winre-wim-missing-in-system32',
      ['winre-image-missing', 'REAGENTC:2'],
      'winre.wim is not in System32\\Recovery, so WinRE is broken',
      'Enabling WinRE moves the image to the recovery partition. It is missed in System32\\Recovery only while WinRE is disabled.',
      ['winre-reference', 'reagentc'],
    ),
    row(
      'bcd-id-means-enabled',
      ['winre-disabled', 'winre-registration-stale'],
      'A boot identifier in reagentc /info shows that WinRE is enabled',
      'Real devices print Disabled beside an identifier that is not zero. Only an identifier of zero says something: not installed.',
      ['reagentc'],
      'medium',
    ),
    row(
      'clear-software-distribution',
      ['0x80070643', 'false-alarm', 'stale-history', 'update-files-corrupt', 'servicing-stuck'],
      'Deleting SoftwareDistribution repairs the update',
      'It empties the shown history and the download store. It changes neither partition nor WinRE, and destroys the evidence that would tell.',
      ['servicing-help'],
    ),
    row(
      'troubleshooter-fixes',
      ['0x80070643', 'partition-too-small', 'winre-disabled'],
      'The Windows Update troubleshooter repairs it',
      'It starts services anew and empties the download store. Partitions and the state of WinRE are out of its reach.',
      ['servicing-help'],
      'medium',
    ),
    row(
      'sfc-and-dism-repair-winre',
      ['0x80070643', 'partition-too-small', 'winre-image-corrupt', 'component-store-corrupt'],
      'SFC and DISM RestoreHealth repair failing WinRE updates',
      'They mend the component store of the running Windows. winre.wim, its partition and its registration are not part of it.',
      ['servicing-help', 'winre-reference'],
      'medium',
    ),
    row(
      'success-means-healthy',
      ['KB5068164', 'KB5067017', 'KB5067039', 'KB5066835', 'known-bad-update', `${WINRE_EVENT}/4501`],
      'The history says success, so WinRE works',
      'The recovery images of October 2025 installed without error and left WinRE unbootable on Windows 10, without USB input on Windows 11.',
      ['bleeping-5075039', 'usb-2025'],
    ),
    row(
      'ignore-everything',
      ['0x80070643', 'false-alarm', 'partition-too-small', 'winre-outdated'],
      '0x80070643 of a recovery update can always be ignored',
      'That holds where the level of the image proves that the update is in. Else WinRE keeps published holes, such as CVE-2024-20666 and those of July 2025.',
      ['release-health', 'resize-help'],
    ),
    row(
      'registry-value-proves-level',
      ['winre-outdated', 'already-current', 'KB5034439', 'KB5042320'],
      'The registry value WinREVersion proves the level of the image',
      'Anybody can write it, and scripts that want scanners quiet do. The image, event 4501 and the version line of reagentc are better witnesses.',
      ['greenbone', 'winre-reference'],
      'medium',
    ),
    row(
      'breadcrumb-proves-patched',
      ['KB5025175', 'KB5034957', 'winre-outdated'],
      'WinREPathScriptSucceed = 1 shows that WinRE is patched',
      'A script for the weakness of 2022 leaves the same mark and then keeps later scripts from running. Copies of 2024 kept the limits of 2022.',
      ['add-update-to-winre'],
      'medium',
    ),
    row(
      'shutdown-counts-as-restart',
      ['pending-restart', 'servicing-stuck', 'Microsoft-Windows-Kernel-Boot/27'],
      'Shutting down and switching on again is a restart',
      'With fast startup Windows wakes a saved kernel, boot type 1, and pending work stays pending. Only a full start, boot type 0, finishes it.',
      ['general-knowledge'],
    ),
    row(
      'esp-is-the-recovery-partition',
      ['0x800F0922', 'KB5089549', 'esp-full'],
      '0x800f0922 is cured by a larger recovery partition',
      'It is the EFI or system reserved partition that is nearly full; the recovery partition has no part in it.',
      ['esp-2026', 'esp-2026-fix'],
    ),
    row(
      'cve-misspelt',
      ['KB5034441', 'CVE-2024-20666'],
      'KB5034441 mends CVE-2024-2066',
      'A digit was lost: it is CVE-2024-20666.',
      ['softantenna'],
    ),
    row(
      'winre-update-in-catalog',
      [...JANUARY_2024, ...APRIL_2025, 'KB5063523'],
      'The WinRE update can be downloaded from the catalog and installed by hand',
      'These updates come from Windows Update alone. What the catalog has is the Safe OS package inside, to be put into winre.wim with DISM.',
      ['media-du', 'add-update-to-winre'],
    ),
    row(
      'spbuild-lags-means-old',
      ['winre-outdated', 'already-current'],
      'The service pack build of winre.wim is below that of Windows, so it is outdated',
      'The image carries the level of its Safe OS package, not that of the cumulative update. It may even stay behind the files inside: compare with the published level.',
      ['media-du', 'winre-reference'],
      'medium',
    ),
    row(
      'windows-11-has-winre-kb',
      ['cumulative', 'KB5027303', 'KB5028997'],
      'Windows 11 22H2 and later miss a WinRE update of their own',
      'Since 27 June 2023 their cumulative update brings the recovery image; there is no separate update to wait for.',
      ['resize-help'],
    ),
  ],
);

/** Wrong claims about one thing, named by its key in another table. */
export function misclaimsAbout(key: string, claims = MISCLAIMS): MisclaimRow[] {
  const wanted = key.toLowerCase();
  return claims.rows().filter((claim) => claim.about.some((about) => about.toLowerCase() === wanted));
}
