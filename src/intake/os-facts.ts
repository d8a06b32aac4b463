import type { OsVersion } from '../evidence/kinds/device.js';

interface Shown {
  readonly product: string | null;
  readonly release: string | null;
  readonly build: number | null;
  readonly revision: number | null;
  readonly edition: string | null;
  readonly architecture: string | null;
}

/** From this build on Windows is 11, though the registry still says 10. */
const WINDOWS_11_BUILD = 22000;

/** What an output shows of Windows, its product name brought to one form: `Windows 10`, `Windows Server 2022`. */
export function osVersionOf(shown: Shown): OsVersion {
  const text = (shown.product ?? '').replace(/\u00ae|\(R\)|Microsoft/gi, '').replace(/\s+/g, ' ');
  const server = /Windows Server (20\d\d(?: R2)?)/i.exec(text);
  const client = /Windows (11|10|8\.1|8|7|Vista|XP)\b/i.exec(text);
  const isServer = server !== null || /\bserver/i.test(text) || /^Server/i.test(shown.edition ?? '');
  let product = server !== null ? `Windows Server ${server[1]}` : client !== null ? `Windows ${client[1]}` : null;
  if (product === 'Windows 10' && shown.build !== null && shown.build >= WINDOWS_11_BUILD) product = 'Windows 11';
  const release = /\b(2[0-9]H[12]|1[5-9]\d\d|20\d\d)\b/.exec(shown.release ?? '');
  return {
    product,
    release: release === null ? null : release[1],
    build: shown.build,
    revision: shown.revision,
    edition: shown.edition ?? editionIn(text),
    server: product === null && !isServer ? null : isServer,
    architecture: architectureOf(shown.architecture),
  };
}

function editionIn(product: string): string | null {
  const match = /\b(Home|Pro(?:fessional)?|Enterprise|Education|Standard|Datacenter|Essentials)\b/i.exec(product);
  return match === null ? null : match[1];
}

/** `x64`, `x86` or `arm64`, from the many ways to say so. */
function architectureOf(text: string | null): string | null {
  if (text === null) return null;
  if (/arm/i.test(text)) return 'arm64';
  if (/64/.test(text)) return 'x64';
  return /86|32/.test(text) ? 'x86' : null;
}
