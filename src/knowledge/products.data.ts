/** The rows of `products`: add one by adding a call. Order matters: titles are tried from the top. */
import type { ProductProof, ProductRow } from './products.js';
import { pointers, type SourceId } from './sources.js';
import type { Confidence } from './table.js';

interface Given {
  readonly name: string;
  readonly kbs?: readonly string[];
  readonly codes?: readonly string[];
  readonly titles?: readonly string[];
  readonly providers?: readonly string[];
  readonly proof: readonly (readonly [look: string, says: string])[];
  readonly reasons: readonly string[];
  readonly fix: readonly string[];
  readonly source: readonly SourceId[];
  readonly confidence?: Confidence;
}

const product = (id: string, given: Given): ProductRow => ({
  id,
  name: given.name,
  kbs: given.kbs ?? [],
  codes: given.codes ?? [],
  titles: given.titles ?? [],
  providers: given.providers ?? [],
  proof: given.proof.map(([look, says]): ProductProof => ({ look, says })),
  usualReasons: given.reasons,
  fix: given.fix,
  source: pointers(given.source),
  confidence: given.confidence ?? 'medium',
  checked: '2026-11-20',
});

/** "Cumulative" in the display languages; where in a title it and "Windows" stand differs from language to language. */
const CUMULATIVE = [
  'cumulative',
  'kumulati[vef]',
  'cumulatieve',
  'cumulativ[aeo]',
  'a[ck]umulativ[ae]?',
  'zbiorcza',
  'kumulatívna|kumulatív|összegző',
  'toplu',
  'накопительн',
  'сукупн|накопичувальн',
  'αθροιστικ|συγκεντρωτικ',
  '累積|累积',
  '누적',
  'מצטבר',
  'تراكمي',
  'สะสม',
];
const CUMULATIVE_TITLES = [
  `^(?=.*windows)(?!.*\\.net).*(?:${CUMULATIVE.join('|')})`,
  'cumulative update for microsoft server',
];
const MSI_EVENTS = ['MsiInstaller'];

export const PRODUCT_ROWS = (): ProductRow[] => [
  product('defender', {
    name: 'Microsoft Defender and Windows Security',
    kbs: ['KB2267602', 'KB4052623', 'KB5007651', 'KB5005292', 'KB915597', 'KB2461484', 'KB2310138'],
    titles: [
      'defender',
      'antimalware|antischadsoftware|antimalvare',
      'windows security platform',
      'security intelligence update',
      'mpam-fe',
    ],
    providers: ['Microsoft-Windows-Windows Defender'],
    proof: [
      ['Defender operational log, events 2001, 2003 and 2006', 'the update failed, with the inner code'],
      ['Windows\\Temp\\MpSigStub.log', 'versions before and after, and the true result'],
      ['Get-MpComputerStatus', 'the versions in force: at or above the one in the title, the failure is only a line'],
    ],
    reasons: [
      'the same or a newer version came by another way',
      'Defender is passive or off beside another antivirus',
      'a restart is due',
      'damaged definition or platform folder',
      'a security product or application control blocks the installer',
    ],
    fix: [
      'Compare the version in force with the one in the title; where it is as new, nothing has to be done.',
      'Restart, then run Update-MpSignature.',
      'Remove the definitions with MpCmdRun.exe -RemoveDefinitions -DynamicSignatures, then -SignatureUpdate.',
      'For the platform: MpCmdRun.exe -RevertPlatform, or install UpdatePlatform.exe by hand.',
    ],
    source: ['defender-help'],
    confidence: 'high',
  }),
  product('msrt', {
    name: 'Malicious Software Removal Tool',
    kbs: ['KB890830'],
    titles: ['malicious software removal'],
    proof: [['Windows\\debug\\mrt.log', 'when it ran, and its return code']],
    reasons: ['the tool was blocked or interrupted', 'damaged download'],
    fix: ['Download the tool from Microsoft and run it by hand, or wait for the next month.'],
    source: ['wu-errors'],
  }),
  product('update-stack', {
    name: 'Components of Windows Update itself',
    kbs: ['KB5001716', 'KB4023057', 'KB5005322'],
    titles: ['update health tools', 'update for windows update service components', 'update stack package'],
    providers: MSI_EVENTS,
    proof: [
      ['MsiInstaller events near the failure', 'a package of the update components ended with 1603'],
      ['installed programs', 'an older or newer copy is already there'],
    ],
    reasons: ['a copy of the same or a newer version is already installed', 'the old copy cannot be removed'],
    fix: [
      'Remove the listed program where it shows, restart, scan again.',
      'Hide the update where it keeps coming: Windows Update works without it.',
    ],
    source: ['wu-errors'],
  }),
  product('dotnet', {
    name: '.NET and .NET Framework',
    titles: ['\\.net (?:framework|core|desktop|runtime|sdk|[5-9]|1\\d)', 'asp\\.net', '-ndp\\d'],
    providers: MSI_EVENTS,
    proof: [
      ['%TEMP%\\dd_*.txt and "Microsoft .NET Framework *Setup*.html"', 'which inner package failed, and why'],
      ['MsiInstaller events 1023, 1024, 11708, 11729', 'the failing package by name'],
    ],
    reasons: ['damaged .NET installation', 'cached installer file is gone', 'a restart is due', 'antivirus'],
    fix: [
      'Run the .NET Framework Repair Tool, or for .NET the offline installer of the same version.',
      'Repair the component store with dism and sfc.',
      'Install the newest version over the old one.',
    ],
    source: ['msi-codes'],
    confidence: 'high',
  }),
  product('sql', {
    name: 'SQL Server',
    titles: ['sql server (?!management)', 'sql server management studio'],
    providers: ['MsiInstaller', 'MSSQLSERVER'],
    proof: [
      ['Setup Bootstrap\\Log\\Summary.txt', 'final result, exit code and the failing feature'],
      ['Detail.txt and the logs of each package beside it', 'the first return value 3'],
      ['SQL error log, 912 and 3417', 'the upgrade script failed after patching'],
    ],
    reasons: [
      'cached installer or patch file is gone',
      'an instance does not start',
      'wrong servicing branch',
      'locked files',
    ],
    fix: [
      'Bring back the cached installer files.',
      'Start every instance, then run the package by hand for all instances.',
      'Mend the upgrade script error that the error log names.',
    ],
    source: ['sql-help'],
  }),
  product('exchange', {
    name: 'Exchange Server',
    titles: ['exchange (?:server|20\\d\\d|se)\\b'],
    providers: ['MsiInstaller', 'MSExchangeSetup'],
    proof: [
      ['ExchangeSetupLogs\\ExchangeSetup.log and ServiceControl.log', 'the failing step'],
      ['services', 'left disabled after the attempt'],
    ],
    reasons: ['started without elevation', 'script policy', 'antivirus', 'missing cumulative update'],
    fix: [
      'Install the package elevated.',
      'Enable the services that the attempt left disabled.',
      'Follow the repair article for failed Exchange updates.',
    ],
    source: ['exchange-help'],
  }),
  product('sharepoint', {
    name: 'SharePoint Server',
    titles: ['sharepoint'],
    providers: MSI_EVENTS,
    proof: [['%TEMP%\\*opatchinstall*.log', 'the failing patch']],
    reasons: ['cached installer file is gone', 'services hold files'],
    fix: ['Stop the SharePoint services, run the package by hand, then the configuration wizard.'],
    source: ['msi-codes'],
    confidence: 'low',
  }),
  product('office', {
    name: 'Microsoft Office',
    titles: [
      '\\b(?:microsoft )?(?:office|outlook|word|excel|powerpoint|onenote|visio|project|access) (?:20\\d\\d|365)',
      'microsoft 365 apps',
      'microsoft office',
      'office click-to-run',
    ],
    providers: MSI_EVENTS,
    proof: [['%TEMP%\\*opatchinstall*.log and MsiInstaller events', 'the failing patch and its code']],
    reasons: ['cached installer or patch file is gone', 'Office programs are open'],
    fix: ['Close Office, run Quick Repair, then Online Repair.', 'Install the update by hand.'],
    source: ['msi-codes'],
  }),
  product('visual-studio', {
    name: 'Visual Studio',
    kbs: ['KB5001148'],
    titles: ['visual studio(?! code)'],
    providers: ['MsiInstaller', 'VisualStudioSetup'],
    proof: [['%TEMP%\\dd_*.log', 'the failing workload and its code']],
    reasons: ['damaged installer', 'a component of an older version is in the way'],
    fix: [
      'Update the Visual Studio Installer itself, then repair the product.',
      'Where only its update detector fails, reinstall that or hide the update.',
    ],
    source: ['msi-codes'],
  }),
  product('visual-cpp', {
    name: 'Visual C++ runtime',
    titles: ['visual c\\+\\+', 'vc_?redist'],
    providers: MSI_EVENTS,
    proof: [['%TEMP%\\dd_vcredist*.log', 'the failing package: often a newer one is there']],
    reasons: ['a newer version is installed', 'cached installer file is gone'],
    fix: ['Repair or remove the listed runtime, then install the newest one.'],
    source: ['msi-codes'],
  }),
  product('wsl', {
    name: 'Windows Subsystem for Linux',
    titles: ['windows subsystem for linux', '\\bwsl\\d?\\b'],
    providers: MSI_EVENTS,
    proof: [
      ['wsl --version', 'the kernel and package in force'],
      ['MsiInstaller events naming the kernel package', 'its code'],
    ],
    reasons: [
      'the Store version is installed and newer',
      'an older kernel package cannot be removed',
      'the feature is off',
    ],
    fix: [
      'Run wsl --shutdown, then wsl --update.',
      'Remove the listed kernel package, then try again.',
      'Hide the update where the Store version is in use.',
    ],
    source: ['msi-codes'],
  }),
  product('edge', {
    name: 'Microsoft Edge and WebView2',
    titles: ['microsoft edge', 'webview2?'],
    proof: [['ProgramData\\Microsoft\\EdgeUpdate\\Log\\MicrosoftEdgeUpdate.log', 'the inner code']],
    reasons: ['Edge updates itself and is newer', 'a policy blocks the installer'],
    fix: [
      'Compare the installed version; where it is newer, nothing has to be done.',
      'Install the enterprise package by hand.',
    ],
    source: ['msi-codes'],
  }),
  product('teams', {
    name: 'Microsoft Teams',
    titles: ['\\bteams\\b'],
    providers: MSI_EVENTS,
    proof: [['MsiInstaller events naming Teams', 'its code']],
    reasons: ['the machine-wide installer is out of date', 'a newer client is installed'],
    fix: ['Remove the machine-wide installer, install the present client.'],
    source: ['msi-codes'],
    confidence: 'low',
  }),
  product('python', {
    name: 'Python',
    titles: ['\\bpython\\b'],
    providers: MSI_EVENTS,
    proof: [['%TEMP%\\Python *.log', 'the failing inner package']],
    reasons: ['an older launcher or a copy for all users is in the way', 'cached installer file is gone'],
    fix: ['Repair or remove the old version with its own installer, then install again.'],
    source: ['msi-codes'],
  }),
  product('firmware', {
    name: 'Firmware',
    titles: ['firmware', '\\b(?:bios|uefi)\\b.*(?:update|\\d)'],
    providers: ['Microsoft-Windows-Kernel-PnP'],
    proof: [['Windows\\INF\\setupapi.dev.log', 'the section of the firmware device and its result']],
    reasons: ['no mains power', 'BitLocker not suspended', 'a newer firmware is in'],
    fix: ['Connect power, suspend BitLocker for a restart, update with the tool of the maker.'],
    source: ['wu-errors'],
  }),
  product('driver', {
    name: 'Driver or software of a device maker',
    titles: [
      '^[^-–]{2,60} [-–] [^-–]{2,60} [-–] [\\d./ ]{3,}$',
      '^(?:hewlett-packard|hp|intel|amd|advanced micro devices|realtek|lenovo|dell|nvidia|qualcomm|synaptics|logitech|canon|brother|samsung|asus|acer|mediatek|broadcom)\\b.*(?:driver|update|[-–] [\\d.]{3,})',
      '\\b(?:driver|treiber|pilote|controlador|ドライバー|驱动程序|驅動程式|드라이버)\\b',
      'softwarecomponent|\\bextension [-–] [\\d.]+',
    ],
    providers: ['Microsoft-Windows-Kernel-PnP', 'Microsoft-Windows-UserPnp'],
    proof: [
      ['Windows\\INF\\setupapi.dev.log, lines with !!!', 'the failing section and its code'],
      ['Kernel-PnP events 400, 410 and 411', 'whether the device got its driver'],
    ],
    reasons: [
      'a newer driver is installed',
      'the installer or service of the maker fails',
      'memory integrity blocks it',
    ],
    fix: ['Install the package of the maker.', 'Hide the update where the driver in use is newer or works.'],
    source: ['wu-errors'],
    confidence: 'high',
  }),
  product('os-servicing', {
    name: 'Cumulative update or servicing of Windows',
    codes: ['0x800F0831', '0x800F0832', '0x800F081F', '0x80073712', '0x800F0988', '0x800F0982', '0x800F0984'],
    titles: [
      ...CUMULATIVE_TITLES,
      'servicing stack update',
      'feature update to windows',
      'language (?:experience )?pack',
      'feature on demand',
    ],
    providers: ['Microsoft-Windows-Servicing'],
    proof: [
      ['CBS.log at the minute of the failure', 'the inner code, such as 0x800f0831 or 0x80073712'],
      ['Setup log, Microsoft-Windows-Servicing event 3', 'the package that failed'],
    ],
    reasons: ['damaged component store', 'full EFI or system reserved partition', 'earlier update incomplete'],
    fix: [
      'Look up the inner code first: 0x80070643 is not the usual one here.',
      'Repair the component store, then try again.',
      'Repair Windows in place.',
    ],
    source: ['wu-errors', 'servicing-help'],
    confidence: 'high',
  }),
  product('esp-full', {
    name: 'EFI or system reserved partition full',
    codes: ['0x800F0922'],
    proof: [
      [
        'code 0x800f0922, or the words about the system reserved partition',
        'the failing step needs room on the EFI partition',
      ],
      ['free space of the EFI system partition', 'some 10 MB left or less'],
    ],
    reasons: ['fonts and tools of makers fill the EFI partition', 'the update of May 2026, KB5089549'],
    fix: [
      'Mount the EFI partition, remove boot fonts and leftovers of the maker, keep the boot files.',
      'For May 2026 install KB5089573.',
      'Leave the recovery partition as it is: it has no part in this.',
    ],
    source: ['esp-2026', 'esp-2026-fix', 'servicing-help'],
    confidence: 'high',
  }),
  product('store-app', {
    name: 'Store application',
    titles: ['^9[A-Z0-9]{11}(?:-|$)', 'microsoft store'],
    providers: ['Microsoft-Windows-AppXDeployment-Server'],
    proof: [['AppXDeployment-Server operational log', 'the failing package, mostly with a code that begins 0x80073c']],
    reasons: ['the application is in use', 'damaged Store cache'],
    fix: ['Update it from the Store, or reset the Store cache.'],
    source: ['wu-errors'],
    confidence: 'low',
  }),
  product('msi', {
    name: 'A program installed by Windows Installer or a bundle',
    codes: [
      '0x8007064C',
      '0x80070652',
      '0x80070659',
      '0x80070641',
      '0x80070653',
      '0x80070654',
      '0x80070663',
      '0x80070666',
    ],
    providers: MSI_EVENTS,
    proof: [
      [
        'MsiInstaller events within ten minutes of the failure',
        'product and result: 1033 with 1603, 11708, 1023 or 1024',
      ],
      ['%TEMP%\\MSI*.LOG, the lines above "return value 3"', 'the step that failed'],
      ['%TEMP%\\dd_*.log of a bundle', 'the inner package that failed'],
    ],
    reasons: [
      'cached installer file is gone (1612)',
      'another installer at work (1618)',
      'a policy forbids it (1625)',
      'rights of SYSTEM removed from a folder or key',
      'a custom action crashed',
    ],
    fix: [
      'Restart, try again with nothing else installing.',
      'Run the program install and uninstall troubleshooter.',
      'Repair, or remove and reinstall the product.',
      'Write a verbose log and read above "return value 3".',
    ],
    source: ['msi-codes', 'msi-events'],
    confidence: 'high',
  }),
];
