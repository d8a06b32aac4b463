/** ReAgent.xml: how WinRE is registered. */
import { SaxesParser } from 'saxes';
import { FormatError } from '../../bytes/format-error.js';
import { NIL_GUID } from '../../bytes/guid.js';

/** A place on a disk; fields are `null` where the file has none. */
export interface ReAgentLocation {
  /** Path from the root of the partition; empty where nothing lies there. */
  readonly path: string;
  /** GPT disk GUID in lower case, or MBR signature as decimal. */
  readonly diskId: string | null;
  /** Of the partition on its disk, in bytes. */
  readonly offsetBytes: number | null;
}

export interface ReAgentXml {
  /** `2.0`; `1.0` on Windows 7 and 8. */
  readonly version: string;
  /** In lower case without braces; all zeros for "no entry"; `null` where the field is empty or missing. */
  readonly bcdId: string | null;
  readonly location: ReAgentLocation | null;
  readonly imageLocation: ReAgentLocation | null;
  /** `InstallState`; `null` where it is missing. */
  readonly installed: boolean | null;
  readonly staged: boolean | null;
  /** Number of the operation for the next start; what most mean is not known. */
  readonly scheduledOperation: number | null;
  /** `22621.1.amd64fre.ni_release.220506-1250` of the Windows that registered it. */
  readonly osBuild: string | null;
  readonly isServer: boolean | null;
}

/** Real files stay below 4 KiB. */
const CHARS_MAX = 64 * 1024;

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads ReAgent.xml, whole or cut out of a text.
 *
 * @param text Decoded; a byte order mark and white space before it do no harm.
 * @throws {FormatError} `bad-magic` if it is no such file, `over-limit`, or `truncated` if it is not well-formed.
 */
export function readReAgentXml(text: string): ReAgentXml {
  const fail = (fault: 'bad-magic' | 'over-limit' | 'truncated', actual?: string) =>
    new FormatError(fault, { what: 'reagent-xml', sourceOffset: 0, expected: '<WindowsRE>', actual });
  if (text.length > CHARS_MAX) throw fail('over-limit', `${text.length} characters`);
  const elements = new Map<string, Attributes>();
  let root: Attributes | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw fail('truncated', error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (root === null) {
      if (name !== 'WindowsRE') throw fail('bad-magic', name);
      root = attributes;
    } else if (!elements.has(name)) elements.set(name, attributes);
  });
  parser.write(text.replace(/^[\ufeff\s]+/, '')).close();
  if (root === null) throw fail('bad-magic');
  return {
    version: (root as Attributes).version ?? '',
    bcdId: guidOf(elements.get('WinreBCD')?.id),
    location: locationOf(elements.get('WinreLocation')),
    imageLocation: locationOf(elements.get('ImageLocation')),
    installed: flagOf(elements.get('InstallState')),
    staged: flagOf(elements.get('WinREStaged')),
    scheduledOperation: numberOf(elements.get('ScheduledOperation')?.state),
    osBuild: elements.get('OsBuildVersion')?.path || null,
    isServer: flagOf(elements.get('IsServer')),
  };
}

function locationOf(attributes: Attributes | undefined): ReAgentLocation | null {
  if (attributes === undefined) return null;
  const guid = guidOf(attributes.guid);
  const signature = numberOf(attributes.id);
  const diskId = guid !== null && guid !== NIL_GUID ? guid : signature ? String(signature) : null;
  return { path: attributes.path ?? '', diskId, offsetBytes: numberOf(attributes.offset) };
}

function flagOf(attributes: Attributes | undefined): boolean | null {
  const value = numberOf(attributes?.state);
  return value === null ? null : value !== 0;
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

function guidOf(text: string | undefined): string | null {
  return /^\{?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\}?$/i.exec(text ?? '')?.[1].toLowerCase() ?? null;
}
