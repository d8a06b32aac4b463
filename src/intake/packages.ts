import type { InstalledPackage } from '../evidence/kinds/updates.js';

/** States of packages as DISM prints them, English and in some translations, lower case without spaces. */
const STATES: readonly (readonly [InstalledPackage['state'], RegExp])[] = [
  ['install-pending', /^installpending|^installation(?:aus|pend|steht)|^pend(?:iente|ente)|保留中|挂起|擱置|대기/],
  ['uninstall-pending', /^uninstallpending/],
  [
    'superseded',
    /^superseded|^ersetzt|^abgelöst|^remplac|^reemplaz|^sostituit|^substitu|^zastąp|^замен|^置き換え|取代|대체/,
  ],
  ['staged', /^staged|^bereitgestellt|^preparad|^подготов|ステージ|暂存|預備/],
  [
    'installed',
    /^installed|^installiert|^instal|^geïnstalleerd|^zainstal|^nainstal|^telepít|^установлен|^встановл|^yüklü|^εγκατεστ|インストール|已安装|已安裝|설치/,
  ],
  ['absent', /^(?:absent|notpresent|removed)/],
];

/** State of a package; `null` for a word that we do not know. */
export function packageStateOf(text: string): InstalledPackage['state'] | null {
  const plain = text.toLowerCase().replace(/\s+/g, '');
  for (const [state, form] of STATES) if (form.test(plain)) return state;
  return null;
}

/** `19041.3920.1.3` of `Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.3920.1.3`. */
export function packageVersionOf(name: string): string | null {
  const match = /~~?(\d+(?:\.\d+){2,3})$/.exec(name.trim());
  return match === null ? null : match[1];
}
