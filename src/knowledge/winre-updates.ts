/** The updates that are met one by one: WinRE updates, cumulative updates with a part in the story, and articles. */
import { KNOWN_ISSUES } from './known-issues.js';
import { pointers, type SourceId } from './sources.js';
import type { Confidence } from './table.js';
import type { OfferLimit, UpdateRow } from './update-row.js';

/** When a WinRE update is held back since August 2024; in January 2024 it was offered regardless, and failed. */
const HELD_BACK: readonly OfferLimit[] = [
  'too-little-free-space',
  'serviced-by-hand',
  'at-or-above-target',
  'no-recovery-partition',
];

/** What most rows have in common: nothing known. */
const BLANK = {
  kindConfidence: 'high',
  releaseDate: null,
  windowsUpdateTitle: null,
  targetWinReVersion: null,
  observedWinReVersion: null,
  requires: [],
  replaces: [],
  replacedBy: [],
  notOfferedWhen: [],
  integrates: [],
  probablyIntegrates: [],
  bringsWinRe: null,
  fixes: [],
  uninstallable: null,
  restartRequired: null,
  channels: null,
  marks: [],
  confidence: 'high',
} as const satisfies Partial<UpdateRow>;

type Given = Pick<UpdateRow, 'title' | 'kind' | 'products' | 'osBuilds' | 'branch'> &
  Partial<Omit<UpdateRow, 'source'>> & { readonly source: readonly (SourceId | 'kb')[] };

function row(id: string, given: Given): UpdateRow {
  const kb = id.startsWith('KB') ? id : null;
  const releaseDate = given.releaseDate ?? null;
  const target = given.targetWinReVersion ?? null;
  return {
    ...BLANK,
    id,
    kb,
    releasedBy: releaseDate,
    releaseBasis: releaseDate === null ? 'unknown' : 'published',
    targetConfidence: target === null ? null : 'high',
    targetBasis: target === null ? null : 'published',
    knownIssues: KNOWN_ISSUES[id] ?? [],
    ...given,
    source: pointers(given.source, kb),
    checked: '2026-11-20',
  };
}

/** A WinRE update: from Windows Update alone, needs no restart of its own, cannot be taken off again. */
function winRe(id: string, given: Omit<Given, 'kind'>): UpdateRow {
  return row(id, {
    kind: 'winre-update',
    requires: ['recovery-partition-free-250-mb'],
    notOfferedWhen: HELD_BACK,
    uninstallable: false,
    restartRequired: false,
    channels: { windowsUpdate: true, catalog: false, wsus: null },
    ...given,
  });
}

const WINDOWS_10 = {
  products: ['Windows 10 version 21H2', 'Windows 10 version 22H2'],
  osBuilds: ['19044', '19045'],
  branch: 19041,
};
const WINDOWS_11_21H2 = { products: ['Windows 11 version 21H2'], osBuilds: ['22000'], branch: 22000 };
const SERVER_2022 = { products: ['Windows Server 2022'], osBuilds: ['20348'], branch: 20348 };
const SERVER_2022_AND_HCI = { ...SERVER_2022, products: ['Windows Server 2022', 'Azure Stack HCI version 22H2'] };
const WINDOWS_11_24H2 = {
  products: ['Windows 11 version 24H2', 'Windows 11 version 25H2'],
  osBuilds: ['26100', '26200'],
  branch: 26100,
};
const MEDIUM: Confidence = 'medium';

export const winReUpdates = (): UpdateRow[] => [
  winRe('KB5034441', {
    ...WINDOWS_10,
    title: 'Windows Recovery Environment update for Windows 10, version 21H2 and 22H2: January 9, 2024',
    releaseDate: '2024-01-09',
    windowsUpdateTitle: '2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)',
    targetWinReVersion: '10.0.19041.3920',
    notOfferedWhen: ['no-recovery-partition'],
    integrates: ['KB5034232'],
    fixes: ['CVE-2024-20666'],
    marks: ['withdrawn-2024-08-13', 'title-says-security-update'],
    source: ['kb', 'softantenna', 'wsus-extracts', 'yamanxworld-2024'],
  }),
  winRe('KB5042320', {
    ...WINDOWS_10,
    title: 'Windows Recovery Environment update for Windows 10 version 21H2 and 22H2: August 13, 2024',
    releaseDate: '2024-08-13',
    targetWinReVersion: '10.0.19041.3920',
    replaces: ['KB5034441'],
    fixes: ['CVE-2024-20666'],
    marks: ['same-level-as-replaced'],
    source: ['kb', 'greenbone', 'yamanxworld-2024'],
  }),
  winRe('KB5048239', {
    ...WINDOWS_10,
    title: 'Windows Recovery Environment update for Windows 10, version 21H2 and 22H2',
    releasedBy: '2025-01',
    releaseBasis: 'window', // some day from November 2024 to January 2025
    targetWinReVersion: '10.0.19041.5025',
    targetConfidence: MEDIUM,
    targetBasis: 'third-party',
    replaces: ['KB5042320'],
    probablyIntegrates: ['KB5046913'],
    confidence: 'low',
    source: ['kb', 'catalog-lists', 'marcum-script'],
  }),
  winRe('KB5057589', {
    ...WINDOWS_10,
    title: 'Windows Recovery Environment update for Windows 10, version 21H2 and 22H2: April 8, 2025',
    releaseDate: '2025-04-08',
    observedWinReVersion: '10.0.19041.5728',
    replaces: ['KB5048239'],
    notOfferedWhen: [...HELD_BACK, 'already-installed'],
    probablyIntegrates: ['KB5055674'],
    source: ['kb', 'release-health', 'smarti', 'ilsoftware'],
  }),
  winRe('KB5063523', {
    ...WINDOWS_10,
    title: 'Windows Recovery Environment update for Windows 10, version 21H2 and 22H2: July 8, 2025',
    releaseDate: '2025-07-08',
    replaces: ['KB5057589'],
    integrates: ['KB5062691'],
    source: ['kb', 'smarti'],
  }),
  winRe('KB5068164', {
    ...WINDOWS_10,
    title: 'Windows Recovery Environment update for Windows 10, version 21H2 and 22H2: October 14, 2025',
    releaseDate: '2025-10-14',
    replaces: ['KB5063523'],
    integrates: ['KB5067017'],
    source: ['du-oct-2025', 'bleeping-5075039'],
  }),
  winRe('KB5075039', {
    ...WINDOWS_10,
    title: 'Windows Recovery Environment update for Windows 10 (March 2026)',
    releasedBy: '2026-03-04',
    releaseBasis: 'press',
    windowsUpdateTitle: '2026-03 Windows Recovery Environment Update (KB5075039)',
    requires: ['recovery-partition-size-256-mb'],
    replaces: ['KB5068164'],
    notOfferedWhen: [],
    probablyIntegrates: ['KB5078884'],
    restartRequired: null,
    channels: null,
    marks: ['repairs-winre'],
    confidence: MEDIUM,
    source: ['bleeping-5075039'],
  }),
  winRe('KB5120221', {
    ...WINDOWS_10,
    products: ['Windows 10 version 22H2 (ESU)'],
    osBuilds: ['19045'],
    title: 'Windows Recovery Environment update for Windows 10 (July 2026)',
    releasedBy: '2026-07-14',
    releaseBasis: 'first-seen',
    windowsUpdateTitle: '2026-07 Windows Recovery Environment Update (KB5120221)',
    requires: [],
    replaces: ['KB5075039'],
    notOfferedWhen: [],
    probablyIntegrates: ['KB5099550'],
    restartRequired: null,
    channels: null,
    confidence: MEDIUM,
    source: ['device-records'],
  }),
  winRe('winre-server-2022-november-2024', {
    ...SERVER_2022_AND_HCI,
    title: 'Windows Recovery Environment update for Windows Server 2022 (November 2024 wave)',
    targetWinReVersion: '10.0.20348.2846',
    releasedBy: '2024-11',
    releaseBasis: 'title',
    integrates: ['KB5046916'],
    marks: ['number-unknown'],
    source: ['server-2022-page'],
  }),
  winRe('KB5034439', {
    ...SERVER_2022_AND_HCI,
    osBuilds: ['20348', '20349'],
    title:
      'Windows Recovery Environment update for Azure Stack HCI, version 22H2 and Windows Server 2022: January 9, 2024',
    releaseDate: '2024-01-09',
    targetWinReVersion: '10.0.20348.2201',
    notOfferedWhen: [],
    integrates: ['KB5034235'],
    fixes: ['CVE-2024-20666'],
    marks: ['withdrawn-2024-08-13'],
    source: ['kb', 'catalog-lists', 'yamanxworld-2024'],
  }),
  winRe('KB5042322', {
    ...SERVER_2022_AND_HCI,
    title: 'Windows Recovery Environment update for Windows Server 2022 / Azure Stack HCI 22H2: August 13, 2024',
    releaseDate: '2024-08-13',
    targetWinReVersion: '10.0.20348.2201',
    replaces: ['KB5034439'],
    fixes: ['CVE-2024-20666'],
    marks: ['same-level-as-replaced'],
    confidence: MEDIUM,
    source: ['kb', 'greenbone', 'yamanxworld-2024'],
  }),
  winRe('KB5057588', {
    ...SERVER_2022,
    title: 'Windows Recovery Environment update for Windows Server 2022: April 8, 2025',
    releaseDate: '2025-04-08',
    source: ['ilsoftware', 'forum-0643'],
  }),
  winRe('KB5063522', {
    ...SERVER_2022,
    title: 'Windows Recovery Environment update (presumed Server 2022 twin of KB5063523)',
    requires: [],
    notOfferedWhen: [],
    uninstallable: null,
    restartRequired: null,
    channels: null,
    marks: ['number-unverified'],
    confidence: 'low',
    source: [],
  }),
  winRe('KB5034440', {
    ...WINDOWS_11_21H2,
    title: 'Windows Recovery Environment update for Windows 11, version 21H2: January 9, 2024',
    releaseDate: '2024-01-09',
    targetWinReVersion: '10.0.22000.2710',
    notOfferedWhen: [],
    integrates: ['KB5034236'],
    fixes: ['CVE-2024-20666'],
    marks: ['withdrawn-2024-08-13'],
    source: ['kb', 'wsus-extracts', 'yamanxworld-2024'],
  }),
  winRe('KB5042321', {
    ...WINDOWS_11_21H2,
    title: 'Windows Recovery Environment update for Windows 11 version 21H2: August 13, 2024',
    releaseDate: '2024-08-13',
    targetWinReVersion: '10.0.22000.2710',
    replaces: ['KB5034440'],
    fixes: ['CVE-2024-20666'],
    marks: ['same-level-as-replaced'],
    confidence: MEDIUM,
    source: ['kb', 'greenbone', 'yamanxworld-2024'],
  }),
  winRe('KB5046398', {
    ...WINDOWS_11_21H2,
    title: 'Windows Recovery Environment update for Windows 11, version 21H2: October 8, 2024',
    releaseDate: '2024-10-08',
    targetWinReVersion: '10.0.22000.3250',
    replaces: ['KB5042321'],
    integrates: ['KB5044619'],
    source: ['kb5046398'],
  }),

  row('KB5027303', {
    kind: 'lcu',
    products: ['Windows 11 version 22H2'],
    osBuilds: ['22621'],
    branch: 22621,
    title: 'Cumulative update preview for Windows 11 22H2: June 27, 2023',
    releaseDate: '2023-06-27',
    bringsWinRe: true,
    marks: ['number-unverified'],
    confidence: MEDIUM,
    source: ['resize-help'],
  }),
  row('KB5066835', {
    kind: 'lcu',
    ...WINDOWS_11_24H2,
    products: [...WINDOWS_11_24H2.products, 'Windows Server 2025'],
    title: 'Cumulative update for Windows 11 24H2/25H2: October 14, 2025',
    releaseDate: '2025-10-14',
    bringsWinRe: true,
    source: ['usb-2025'],
  }),
  row('KB5070773', {
    kind: 'lcu',
    ...WINDOWS_11_24H2,
    osBuilds: ['26100.6901', '26200.6901'],
    title: 'Out-of-band cumulative update for Windows 11 24H2/25H2: October 20, 2025',
    releaseDate: '2025-10-20',
    replaces: ['KB5066835'],
    bringsWinRe: true,
    marks: ['repairs-winre'],
    source: ['usb-2025', 'usb-boerse', 'usb-direktbroker'],
  }),
  row('KB5089549', {
    kind: 'lcu',
    ...WINDOWS_11_24H2,
    title: 'Cumulative update for Windows 11 24H2/25H2: May 12, 2026',
    releaseDate: '2026-05-12',
    bringsWinRe: true,
    confidence: MEDIUM,
    source: ['esp-2026'],
  }),
  row('KB5089573', {
    kind: 'lcu',
    ...WINDOWS_11_24H2,
    osBuilds: [],
    title: 'Windows 11 24H2/25H2 update of May 26, 2026',
    releaseDate: '2026-05-26',
    replaces: ['KB5089549'],
    bringsWinRe: true,
    confidence: MEDIUM,
    source: ['esp-2026-fix'],
  }),
  resetRepair('KB5066187', ['Windows 10 LTSC 2019'], 17763, 'Windows 10 LTSC 2019'),
  resetRepair('KB5066188', ['Windows 10 version 22H2', 'Windows 10 LTSC 2021'], 19041, 'Windows 10 22H2 and LTSC 2021'),
  resetRepair('KB5066189', ['Windows 11 version 22H2', 'Windows 11 version 23H2'], 22621, 'Windows 11 22H2 and 23H2'),

  row('KB5025175', {
    kind: 'script',
    products: ['Windows 10 version 1507 to 22H2', 'Windows 11 version 21H2', 'Windows 11 version 22H2'],
    osBuilds: [],
    branch: null,
    title: 'Updating the WinRE partition on deployed devices to address CVE-2022-41099 (sample PowerShell scripts)',
    releaseDate: '2023-03-16',
    releaseBasis: 'press', // the month is sure, the day is not
    requires: ['safe-os-du-2022-11'],
    fixes: ['CVE-2022-41099'],
    marks: ['writes-breadcrumb'],
    source: ['kb'],
  }),
  row('KB5028997', {
    kind: 'script',
    products: ['Windows 10', 'Windows 11', 'Windows Server'],
    osBuilds: [],
    branch: null,
    title: 'Instructions to manually resize your partition to install the WinRE update',
    releaseDate: '2023-09',
    releaseBasis: 'press',
    marks: ['needs-recovery-partition-behind-windows'],
    source: ['resize-help', 'yamanxworld-resize'],
  }),
  row('KB5034957', {
    kind: 'script',
    products: ['Windows 10', 'Windows 11'],
    osBuilds: [],
    branch: null,
    title: 'Updating the WinRE partition on deployed devices to address CVE-2024-20666 (sample PowerShell scripts)',
    releaseDate: '2024-01-09',
    requires: ['safe-os-du-2024-01'],
    fixes: ['CVE-2024-20666'],
    marks: ['writes-breadcrumb'],
    source: ['kb'],
  }),
  row('KB5035679', {
    kind: 'script',
    products: ['Windows 10', 'Windows 11', 'Windows Server 2022'],
    osBuilds: [],
    branch: null,
    title: 'Sample script to extend the WinRE partition',
    marks: ['needs-recovery-partition-behind-windows'],
    source: ['kb', 'add-update-to-winre'],
  }),
];

/** The updates of August 2025 that gave "Reset this PC" back; they leave the recovery image alone. */
function resetRepair(id: string, products: readonly string[], branch: number, name: string): UpdateRow {
  return row(id, {
    kind: 'lcu',
    products,
    osBuilds: [],
    branch,
    title: `Out-of-band cumulative update for ${name}: August 19, 2025`,
    releaseDate: '2025-08-19',
    bringsWinRe: false,
    marks: ['not-a-winre-image-update'],
    source: ['reset-2025'],
  });
}
