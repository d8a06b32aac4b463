/** Which Windows a build number is, and on which branch it is serviced. */
import { pointers, type SourceId } from './sources.js';
import { type Confidence, type Sourced, table } from './table.js';

export interface BuildRow extends Sourced {
  readonly build: number;
  readonly product: string;
  /** The name of the feature update, such as `22H2`; `null` for products that have none. */
  readonly version: string | null;
  /**
   * The build that packages and images of this Windows are numbered by. Several builds share one where an
   * enablement package made the newer of the older: 19042 to 19045 carry a WinRE of 19041.
   */
  readonly branch: number;
  /** `both`: one build is sold as client and as server. */
  readonly role: 'client' | 'server' | 'both';
  /** The last day of ordinary updates for the longest-served mainstream edition, `null` where we do not know it. */
  readonly servicedUntil: string | null;
  /** The last day of paid extended updates, `null` where there are none or we do not know. */
  readonly extendedUntil: string | null;
  /**
   * How a running device of this branch gets a new WinRE: with the monthly cumulative update, as an update
   * of its own, or not at all unless somebody applies a Safe OS package.
   */
  readonly winReArrives: 'cumulative' | 'separate' | 'by-hand';
}

type Servicing = readonly [servicedUntil: string | null, extendedUntil: string | null];
const UNKNOWN: Servicing = [null, null];

const row = (
  build: number,
  product: string,
  version: string | null,
  branch: number,
  role: BuildRow['role'],
  winReArrives: BuildRow['winReArrives'],
  [servicedUntil, extendedUntil]: Servicing = UNKNOWN,
  source: readonly SourceId[] = ['media-du'],
  confidence: Confidence = 'high',
): BuildRow => ({
  build,
  product,
  version,
  branch,
  role,
  servicedUntil,
  extendedUntil,
  winReArrives,
  source: pointers(source),
  confidence,
  checked: '2026-11-20',
});

/** The first cumulative update that carried a new WinRE: Windows 11 22H2, KB5027303. */
export const WINRE_IN_CUMULATIVE_SINCE = '2023-06-27';

export const BUILDS = table<BuildRow>(
  'builds',
  (build) => String(build.build),
  () => [
    row(7601, 'Windows 7 / Windows Server 2008 R2', 'SP1', 7601, 'both', 'by-hand', UNKNOWN, ['general-knowledge']),
    row(9200, 'Windows 8 / Windows Server 2012', null, 9200, 'both', 'by-hand', UNKNOWN, ['general-knowledge']),
    row(9600, 'Windows 8.1 / Windows Server 2012 R2', null, 9600, 'both', 'by-hand', UNKNOWN, ['general-knowledge']),
    row(10240, 'Windows 10', '1507', 10240, 'client', 'by-hand'),
    row(10586, 'Windows 10', '1511', 10586, 'client', 'by-hand', UNKNOWN, ['general-knowledge']),
    row(14393, 'Windows 10 / Windows Server 2016', '1607', 14393, 'both', 'by-hand'),
    row(15063, 'Windows 10', '1703', 15063, 'client', 'by-hand', UNKNOWN, ['general-knowledge']),
    row(16299, 'Windows 10', '1709', 16299, 'client', 'by-hand', UNKNOWN, ['general-knowledge']),
    row(17134, 'Windows 10', '1803', 17134, 'client', 'by-hand', UNKNOWN, ['general-knowledge']),
    row(17763, 'Windows 10 / Windows Server 2019', '1809', 17763, 'both', 'by-hand'),
    row(18362, 'Windows 10', '1903', 18362, 'client', 'by-hand', UNKNOWN, ['general-knowledge']),
    row(18363, 'Windows 10', '1909', 18362, 'client', 'by-hand', UNKNOWN, ['general-knowledge']),
    row(19041, 'Windows 10', '2004', 19041, 'client', 'by-hand'),
    row(19042, 'Windows 10', '20H2', 19041, 'client', 'by-hand'),
    row(19043, 'Windows 10', '21H1', 19041, 'client', 'by-hand'),
    row(19044, 'Windows 10', '21H2', 19041, 'client', 'separate'),
    row(19045, 'Windows 10', '22H2', 19041, 'client', 'separate', ['2025-10-14', null], ['du-oct-2025'], 'medium'),
    row(20348, 'Windows Server 2022', '21H2', 20348, 'server', 'separate', UNKNOWN, ['server-2022-page']),
    row(20349, 'Azure Stack HCI', '22H2', 20348, 'server', 'separate', UNKNOWN, ['server-2022-page']),
    row(22000, 'Windows 11', '21H2', 22000, 'client', 'separate', UNKNOWN, ['kb5046398']),
    row(22621, 'Windows 11', '22H2', 22621, 'client', 'cumulative', UNKNOWN, ['resize-help']),
    row(22631, 'Windows 11', '23H2', 22621, 'client', 'cumulative', UNKNOWN, ['resize-help']),
    row(25398, 'Windows Server', '23H2', 25398, 'server', 'cumulative', UNKNOWN, ['general-knowledge'], 'medium'),
    row(26100, 'Windows 11 / Windows Server 2025', '24H2', 26100, 'both', 'cumulative', UNKNOWN, [
      'engine-notes',
      'media-du',
    ]),
    row(26200, 'Windows 11', '25H2', 26100, 'client', 'cumulative', UNKNOWN, ['engine-notes', 'media-du']),
    row(28000, 'Windows 11', '26H1', 28000, 'client', 'cumulative', UNKNOWN, ['catalog-lists'], 'medium'),
  ],
);

/** What Windows a build is. `undefined` for a build that the table does not hold, such as a preview. */
export function findBuild(build: number, builds = BUILDS): BuildRow | undefined {
  return builds.find(String(build));
}

/** The build that packages and images for this Windows are numbered by; the build itself where we know no better. */
export function servicingBranchOf(build: number, builds = BUILDS): number {
  return findBuild(build, builds)?.branch ?? build;
}

/** Whether an image of build `image` belongs on a Windows of build `windows`. */
export function sameBranch(windows: number, image: number, builds = BUILDS): boolean {
  return servicingBranchOf(windows, builds) === servicingBranchOf(image, builds);
}
