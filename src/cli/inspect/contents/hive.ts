import type { ByteSource } from '../../../bytes/byte-source.js';
import { filetimeToIso } from '../../../bytes/filetime.js';
import { type BcdElement, type BcdObject, bcdValue, isBcd, readBcd, showBcdDevice } from '../../../formats/bcd/bcd.js';
import { isHiveLog, openHive } from '../../../formats/regf/regf.js';
import { plain } from '../../../report/plain.js';
import { counted } from '../counted.js';
import type { Contents, Describe } from './contents.js';

const HEAD_BYTES = 512;
/** The element with an object's name, as people see it when they start the machine. */
const DESCRIPTION = 0x12000004;
const LOG_ENDINGS = ['.log1', '.log2', '.log'] as const;
const KEYS_SHOWN_MAX = 20;
const OBJECTS_SHOWN_MAX = 60;
/** What is said of each state, for people. */
const STATES = {
  clean: 'clean',
  'dirty-unrecovered': 'dirty, read without its logs',
  recovered: 'dirty, read with its logs over it',
} as const;

export const describeHive: Describe = (source, note, _, beside): Contents => {
  if (isHiveLog(source.read(0, Math.min(HEAD_BYTES, source.size)))) {
    return { kind: 'hive-log', facts: {}, lines: ['the log of a hive: read it beside its hive'] };
  }
  const logs = LOG_ENDINGS.map(beside).filter((log): log is ByteSource => log !== undefined);
  const hive = openHive(source, note, { logs });
  const { base, recovery } = hive;
  const subkeys = [...hive.root().subkeys()].map(({ name }) => name);
  const objects = isBcd(hive) ? [...readBcd(hive, note).objects.values()] : null;
  const lastWritten = filetimeToIso(base.lastWritten);
  return {
    kind: objects === null ? 'hive' : 'bcd',
    facts: {
      ...{ version: `1.${base.minorVersion}`, fileName: base.fileName, lastWritten, binsSize: base.binsSize },
      ...{ state: recovery.state, isChecksumRight: base.isChecksumRight, rootName: hive.root().name, subkeys },
      ...(objects === null ? {} : { objects: objects.map(objectFacts) }),
    },
    lines: [
      `version 1.${base.minorVersion}, ${STATES[recovery.state]}, last written ${lastWritten}`,
      ...(objects === null ? keyLines(subkeys) : objectLines(objects)),
    ],
  };
};

function keyLines(subkeys: readonly string[]): string[] {
  const shown = subkeys.slice(0, KEYS_SHOWN_MAX).map((name) => plain(name));
  const more = subkeys.length > shown.length ? ` and ${subkeys.length - shown.length} more` : '';
  return [`${counted(subkeys.length, 'key')} under the root: ${shown.join(', ')}${more}`];
}

function objectLines(objects: readonly BcdObject[]): string[] {
  const lines = objects.slice(0, OBJECTS_SHOWN_MAX).map((object) => {
    const description = bcdValue(object, DESCRIPTION, 'string');
    const words = description === null ? '' : ` "${plain(description.replace(/\0+$/, ''))}"`;
    return `{${object.id}} 0x${object.type.toString(16)}${words}, ${counted(object.elements.size, 'element')}`;
  });
  const more = objects.length - lines.length;
  return [`boot store, ${counted(objects.length, 'object')}`, ...lines, ...(more > 0 ? [`and ${more} more`] : [])];
}

function objectFacts({ id, type, elements }: BcdObject): Record<string, unknown> {
  return {
    id,
    type,
    elements: Object.fromEntries([...elements.values()].map((each) => [each.name, shownValue(each)])),
  };
}

function shownValue({ value: { format, value } }: BcdElement): unknown {
  if (format === 'device') return showBcdDevice(value);
  if (format === 'integer') return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : `${value}`;
  if (format === 'string') return value.replace(/\0+$/, '');
  return value instanceof Uint8Array ? [...value] : value;
}
