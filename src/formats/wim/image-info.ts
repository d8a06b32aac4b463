import { SaxesParser } from 'saxes';
import { ByteView } from '../../bytes/byte-view.js';
import { FormatError, type Note } from '../../bytes/format-error.js';

/** What the XML of a WIM says of one image. What it does not say is `null`. */
export interface WimImageInfo {
  /** From 1. */
  readonly index: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly displayName: string | null;
  readonly flags: string | null;
  readonly editionId: string | null;
  /** `Client`, `Server`, `WindowsPE` … */
  readonly installationType: string | null;
  readonly architecture: string | null;
  readonly version: WimImageVersion | null;
  readonly languages: readonly string[];
  readonly defaultLanguage: string | null;
  readonly systemRoot: string | null;
  readonly directoryCount: number | null;
  readonly fileCount: number | null;
  readonly totalBytes: number | null;
  readonly hardLinkBytes: number | null;
  /** FILETIMEs. */
  readonly creationTime: bigint | null;
  readonly lastModificationTime: bigint | null;
}

export interface WimImageVersion {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  /** The revision of the last cumulative update; a Safe OS update may leave it as it was. */
  readonly servicePackBuild: number | null;
  readonly servicePackLevel: number | null;
}

/** @source PROCESSOR_ARCHITECTURE of SYSTEM_INFO. */
const ARCHITECTURES: Readonly<Record<string, string>> = { 0: 'x86', 5: 'arm', 6: 'ia64', 9: 'amd64', 12: 'arm64' };
const DEPTH_MAX = 64;

/** Decodes the XML, UTF-16LE with a byte order mark. */
export function decodeWimXml(bytes: Uint8Array): string {
  const start = bytes[0] === 0xff && bytes[1] === 0xfe ? 2 : 0;
  return new ByteView(bytes).utf16Whole(start, (bytes.length - start) >> 1).replace(/\0+$/, '');
}

/**
 * Reads the images from the XML of a WIM, in the order of their index. XML that is broken midway gives the images
 * before the break, and is noted.
 *
 * @param sourceOffset Where the XML stands, for the defect.
 */
export function readImageInfos(xml: string, sourceOffset: number, note: Note): WimImageInfo[] {
  const found: WimImageInfo[] = [];
  const path: string[] = [];
  let values = new Map<string, string[]>();
  let text = '';
  let index = 0;
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on('opentag', (tag) => {
    if (path.length >= DEPTH_MAX) throw new FormatError('over-limit', { what: 'wim.xml.depth', sourceOffset });
    path.push(tag.name);
    text = '';
    if (path.length === 2 && tag.name === 'IMAGE') {
      values = new Map();
      index = Number(tag.attributes.INDEX);
    }
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('cdata', (more) => {
    text += more;
  });
  parser.on('closetag', (tag) => {
    const key = path.slice(2).join('/');
    if (path.length > 2 && path[1] === 'IMAGE' && !tag.isSelfClosing) {
      const list = values.get(key);
      if (list === undefined) values.set(key, [text.trim()]);
      else list.push(text.trim());
    }
    if (path.length === 2 && tag.name === 'IMAGE') found.push(imageOf(index, values));
    path.pop();
    text = '';
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof FormatError) note(error);
    else note(new FormatError('bad-range', { what: 'wim.xml', sourceOffset }, { cause: error }));
  }
  return found.sort((a, b) => a.index - b.index);
}

function imageOf(index: number, values: ReadonlyMap<string, readonly string[]>): WimImageInfo {
  const text = (key: string) => values.get(key)?.[0] ?? null;
  const number = (key: string) => wholeNumber(text(key));
  const architecture = text('WINDOWS/ARCH');
  return {
    index,
    name: text('NAME'),
    description: text('DESCRIPTION'),
    displayName: text('DISPLAYNAME'),
    flags: text('FLAGS'),
    editionId: text('WINDOWS/EDITIONID'),
    installationType: text('WINDOWS/INSTALLATIONTYPE'),
    architecture: architecture === null ? null : (ARCHITECTURES[architecture] ?? architecture),
    version: versionOf(number),
    languages: values.get('WINDOWS/LANGUAGES/LANGUAGE') ?? [],
    defaultLanguage: text('WINDOWS/LANGUAGES/DEFAULT'),
    systemRoot: text('WINDOWS/SYSTEMROOT'),
    directoryCount: number('DIRCOUNT'),
    fileCount: number('FILECOUNT'),
    totalBytes: number('TOTALBYTES'),
    hardLinkBytes: number('HARDLINKBYTES'),
    creationTime: timeOf(text('CREATIONTIME/HIGHPART'), text('CREATIONTIME/LOWPART')),
    lastModificationTime: timeOf(text('LASTMODIFICATIONTIME/HIGHPART'), text('LASTMODIFICATIONTIME/LOWPART')),
  };
}

function versionOf(number: (key: string) => number | null): WimImageVersion | null {
  const major = number('WINDOWS/VERSION/MAJOR');
  const minor = number('WINDOWS/VERSION/MINOR');
  const build = number('WINDOWS/VERSION/BUILD');
  if (major === null || minor === null || build === null) return null;
  const servicePackBuild = number('WINDOWS/VERSION/SPBUILD');
  const servicePackLevel = number('WINDOWS/VERSION/SPLEVEL');
  return { major, minor, build, servicePackBuild, servicePackLevel };
}

function wholeNumber(text: string | null): number | null {
  if (text === null || !/^\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

function timeOf(high: string | null, low: string | null): bigint | null {
  const hex = /^0x[0-9a-f]{1,8}$/i;
  if (high === null || low === null || !hex.test(high) || !hex.test(low)) return null;
  return (BigInt(high) << 32n) | BigInt(low);
}
