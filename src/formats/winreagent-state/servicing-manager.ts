import { SaxesParser } from 'saxes';
import { FormatError } from '../../bytes/format-error.js';

/** One step of the plan. */
export interface ServicingOperation {
  /** `CopyWinRE`, `UpdateInPartition`. */
  readonly type: string;
  readonly phase: 'stage' | 'commit';
  readonly executed: boolean;
}

/** A place as the plan names it. */
export interface ServicingPlace {
  /** MBR signature as decimal, or GPT disk GUID in lower case. */
  readonly diskId: string | null;
  readonly diskBytes: number | null;
  /** Of the partition on its disk. */
  readonly offsetBytes: number | null;
  readonly path: string;
}

/** WinREServicingManager.xml: the plan of one run, and how far it came. */
export interface ServicingManager {
  readonly staged: boolean;
  readonly commitScheduled: boolean;
  readonly operations: readonly ServicingOperation[];
  /** Paths of the packages to be added. */
  readonly packages: readonly string[];
  /** `\\?\GLOBALROOT\device\harddisk0\partition3\…\winre.wim`. */
  readonly currentImage: string | null;
  readonly winReAvailable: boolean | null;
  readonly target: ServicingPlace | null;
  readonly image: ServicingPlace | null;
}

/** Real files have 4 KiB. */
const CHARS_MAX = 1 << 20;
const OPERATIONS_MAX = 256;
const PACKAGES_MAX = 64;

type Attributes = Readonly<Record<string, string>>;

/** @throws {FormatError} `bad-magic`, `over-limit`, or `truncated` if it is not well-formed. */
export function readServicingManager(text: string): ServicingManager {
  if (text.length > CHARS_MAX) throw fail('over-limit', `${text.length} characters`);
  const operations: ServicingOperation[] = [];
  const packages = new Set<string>();
  let session: Attributes | null = null;
  let executor: Attributes = {};
  let context: Attributes = {};
  let currentImage: string | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw fail('truncated', error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (session === null) {
      if (name !== 'ResetSession') throw fail('bad-magic', name);
      session = attributes;
    } else if (name === 'Executor') executor = attributes;
    else if (name === 'ExecutionContext') context = attributes;
    else if (name === 'Entry' && packages.size < PACKAGES_MAX && attributes.PackagePath)
      packages.add(attributes.PackagePath);
    else if (name === 'StageOperation' || name === 'CommitOperation') {
      if (operations.length >= OPERATIONS_MAX) throw fail('over-limit', 'operations');
      const phase = name === 'StageOperation' ? 'stage' : 'commit';
      operations.push({ type: attributes.OperationType ?? '', phase, executed: isTrue(attributes.Executed) === true });
      currentImage ??= attributes.CurrentWimPath ?? attributes.CopyFromPath ?? null;
    }
  });
  parser.write(text.replace(/^[\ufeff\s]+/, '')).close();
  if (session === null) throw fail('bad-magic');
  return {
    staged: isTrue((session as Attributes).Staged) === true,
    commitScheduled: isTrue(executor.ScheduleCommit) === true,
    operations,
    packages: [...packages],
    currentImage,
    winReAvailable: isTrue(context.WinREIsAvailable),
    target: placeOf(context, 'TargetRoot'),
    image: placeOf(context, 'CurrentWimPath'),
  };
}

function fail(fault: 'bad-magic' | 'over-limit' | 'truncated', actual?: string): FormatError {
  return new FormatError(fault, { what: 'winreagent-state', sourceOffset: 0, expected: '<ResetSession>', actual });
}

function placeOf(context: Attributes, name: string): ServicingPlace | null {
  if (isTrue(context[`${name}Set`]) !== true) return null;
  return {
    diskId: diskIdOf(context[`${name}Signature`]),
    diskBytes: numberOf(context[`${name}Capacity`]),
    offsetBytes: numberOf(context[`${name}Offset`]),
    path: context[`${name}Path`] ?? '',
  };
}

function diskIdOf(text: string | undefined): string | null {
  const guid = /^\{?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\}?$/i.exec(text ?? '');
  if (guid !== null) return guid[1].toLowerCase();
  return /^[1-9]\d{0,9}$/.test(text ?? '') ? (text ?? null) : null;
}

function numberOf(text: string | undefined): number | null {
  const value = /^\d{1,16}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

function isTrue(text: string | undefined): boolean | null {
  if (text === undefined) return null;
  return text.toLowerCase() === 'true';
}
