/** Public pointers that many rows share, under short names so that a row stays one line. */
const POINTERS = {
  'catalog-lists': 'https://github.com/adavak/Win_ISO_Patching_Scripts',
  'wsus-extracts': 'https://github.com/OSDeploy/OSDSUS',
  'du-may-2026':
    'https://windowsforum.com/threads/may-2026-safe-os-dynamic-updates-new-winre-fixes-for-windows-11-and-10.418565/',
  'du-nov-2025':
    'https://windowsforum.com/threads/windows-10-setup-and-safe-os-dynamic-updates-nov-11-2025-explained.389653/latest',
  'du-sep-2025':
    'https://windowsnews.ai/article/final-safe-os-patches-hit-windows-10-150716071809-what-kb5065918-kb5065307-and-kb5065845-fix-before-.380765',
  'du-oct-2025':
    'https://windowsforum.com/threads/final-windows-10-winre-updates-safe-os-dus-and-end-of-mainstream-support.385500/',
  'du-7149':
    'https://windowsforum.com/threads/kb5070186-safe-os-dynamic-update-update-winre-for-windows-11-24h2-25h2-and-server-2025.388930',
  'du-7297': 'https://windowsforum.com/threads/windows-11-25h2-enablement-rollout-explained.392852',
  'du-7618':
    'https://windowsforum.com/threads/kb5074108-safe-os-dynamic-update-refreshes-winre-for-windows-11-24h2-and-25h2.396729/',
  'du-6197':
    'https://windowsforum.com/threads/kb5069341-safe-os-dynamic-update-refreshing-winre-for-windows-11-23h2.388922/',
  'du-6630':
    'https://windowsforum.com/threads/kb5076124-kdnet-fix-safe-os-dynamic-update-for-windows-11-23h2-winre.400747/',
  'du-successor':
    'https://www.windowsnews.ai/article/microsoft-strengthens-windows-recovery-with-kb5060843-and-successor-update.371669',
  kb5046398: 'https://support.microsoft.com/topic/kb5046398 (page id 927f02f0-ce74-4cff-bbfe-a7d96e1b76d9)',
  'server-2022-page': 'https://support.microsoft.com/topic/b127d1e8-3e33-458f-817f-d9b9d8968658',
  'yamanxworld-2024': 'https://www.say-tech.co.jp/contents/blog/yamanxworld/2024news011',
  'yamanxworld-resize': 'https://www.say-tech.co.jp/contents/blog/yamanxworld/2024vol003',
  softantenna: 'https://softantenna.com/blog/kb5034441-kb5034440-requirements',
  greenbone: 'Greenbone/OpenVAS public feed, plug-in for KB5042320',
  smarti:
    'https://smarti.news/2210/microsoft-addresses-persistent-windows-update-error-0x80070643-with-latest-dynamic-updatesbut-the-error-remains',
  ilsoftware:
    'https://www.ilsoftware.it/microsoft-invita-a-ignorare-lerrore-winre-0x80070643-con-gli-aggiornamenti-di-aprile/',
  'release-health': 'https://learn.microsoft.com/windows/release-health/resolved-issues-windows-10-22h2',
  'marcum-script': 'public script Upgrade_Windows_with_Fixes.ps1 by John Marcum, 2025-04',
  'bleeping-5075039':
    'https://www.bleepingcomputer.com/news/microsoft/windows-10-kb5075039-update-fixes-broken-recovery-environment/',
  'device-records': 'public device update histories',
  'oct-2025-logs': 'public scripts and image logs of October 2025',
  'forum-0643':
    'https://windowsforum.com/threads/decoding-and-fixing-windows-error-0x80070643-the-complete-guide-for-it-pros.361918',
  'usb-2025': 'https://industrialpcreport.com/microsoft-deploys-critical-emergency-patch-for-wid-20251021',
  'usb-boerse': 'https://www.boerse-express.com',
  'usb-direktbroker': 'https://www.direktbroker.de',
  'reset-2025':
    'https://windowsnews.ai/article/microsoft-rushes-emergency-kb5066189-kb5066188-kb5066187-to-fix-broken-windows-recovery-tools.378263',
  'esp-2026':
    'https://www.windowsnews.ai/article/windows-11-kb5089549-update-fails-at-reboot-with-0x800f0922-due-to-small-efi-partition.419150',
  'esp-2026-fix':
    'https://www.windowsnews.ai/article/windows-11-may-2026-update-fix-esp-space-issue-resolved-kb5089573.421344',
  'resize-help': 'https://support.microsoft.com/help/5028997',
  'add-update-to-winre': 'https://learn.microsoft.com/windows-hardware/manufacture/desktop/add-update-to-winre',
  reagentc: 'https://learn.microsoft.com/windows-hardware/manufacture/desktop/reagentc-command-line-options',
  'winre-reference':
    'https://learn.microsoft.com/windows-hardware/manufacture/desktop/windows-recovery-environment--windows-re--technical-reference',
  'gpt-layout':
    'https://learn.microsoft.com/windows-hardware/manufacture/desktop/configure-uefigpt-based-hard-drive-partitions',
  'mbr-layout':
    'https://learn.microsoft.com/windows-hardware/manufacture/desktop/configure-biosmbr-based-hard-drive-partitions',
  'partition-guids': 'https://learn.microsoft.com/windows/win32/api/winioctl/ns-winioctl-partition_information_gpt',
  'mbr-types': 'https://learn.microsoft.com/windows/win32/fileio/disk-partition-types',
  'media-du': 'https://learn.microsoft.com/windows/deployment/update/media-dynamic-update',
  'engine-notes': 'public reverse-engineering notes of WinREAgent.dll',
  'setup-log': 'https://pastebin.com/bFDBdWgs',
  'event-schema': 'detection-wiki, event schema of Microsoft-Windows-WinREAgent',
  'wu-errors': 'https://learn.microsoft.com/windows/deployment/update/windows-update-errors',
  'wu-reference': 'https://learn.microsoft.com/windows/deployment/update/windows-update-error-reference',
  'wua-codes': 'https://learn.microsoft.com/windows/win32/wua_sdk/wua-success-and-error-codes-',
  'win32-codes': 'https://learn.microsoft.com/windows/win32/debug/system-error-codes',
  'msi-codes': 'https://learn.microsoft.com/windows/win32/msi/error-codes',
  'msi-events': 'https://learn.microsoft.com/windows/win32/msi/event-logging',
  'servicing-help': 'https://learn.microsoft.com/troubleshoot/windows-server/installing-updates-features-roles/',
  'upgrade-help': 'https://learn.microsoft.com/windows/deployment/upgrade/resolution-procedures',
  winhttp: 'https://learn.microsoft.com/windows/win32/winhttp/error-messages',
  hresults: 'https://learn.microsoft.com/windows/win32/seccrypto/common-hresult-values',
  'com-codes': 'https://learn.microsoft.com/windows/win32/com/com-error-codes-4',
  'hresult-layout': 'https://learn.microsoft.com/openspecs/windows_protocols/ms-erref',
  'dism-logs':
    'https://learn.microsoft.com/windows-hardware/manufacture/desktop/deployment-troubleshooting-and-log-files',
  bitlocker: 'https://learn.microsoft.com/windows/win32/secprov/win32-encryptablevolume',
  mbr2gpt: 'https://learn.microsoft.com/windows/deployment/mbr-to-gpt',
  'defender-help': 'https://learn.microsoft.com/defender-endpoint/troubleshoot-microsoft-defender-antivirus',
  'sql-help': 'https://learn.microsoft.com/troubleshoot/sql/database-engine/install',
  'exchange-help':
    'https://learn.microsoft.com/exchange/troubleshoot/client-connectivity/exchange-security-update-issues',
  'msrc-bitunlocker': 'https://msrc.microsoft.com/update-guide/vulnerability/CVE-2025-48804',
  'bitunlocker-notes': 'https://github.com/garatc/BitUnlocker',
  'general-knowledge': 'general Windows knowledge, not held against one page',
} as const;
export type SourceId = keyof typeof POINTERS;

const isSource = (id: string): id is SourceId => Object.hasOwn(POINTERS, id);

/**
 * Pointers for short names. `kb` stands for the article of the update itself.
 *
 * @throws {Error} For a name that is not in the list: a mistake in our own table.
 */
export function pointers(ids: readonly string[], kb?: string | null): string[] {
  return ids.map((id) => {
    if (id === 'kb' && kb) return `https://support.microsoft.com/help/${kb.slice(2)}`;
    if (!isSource(id)) throw new Error(`No source is called ${id}`);
    return POINTERS[id];
  });
}
