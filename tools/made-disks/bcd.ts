/** A BCD store: boot manager, the Windows loader, and the recovery loader that it names. */
import { binary, dword, type HiveKey, type HiveValue, keysOf, text, texts, utf16 } from './hive.js';

/** Where a partition is, as a device element names it. */
export type Place =
  | { readonly style: 'gpt'; readonly disk: string; readonly partition: string }
  | { readonly style: 'mbr'; readonly signature: number; readonly offset: number };

export interface Boot {
  readonly system: Place;
  readonly windows: Place;
  /** `null` where Windows RE is not registered. */
  readonly recovery: { readonly place: Place; readonly id: string; readonly path: string } | null;
}

const ID = {
  bootManager: '{9dea862c-5cdd-4e70-acc1-f32b344d4795}',
  windows: '{5b6a1d80-3c0e-11ee-9f51-0a0027000010}',
  ramdisk: '{5b6a1d83-3c0e-11ee-9f51-0a0027000010}',
} as const;
/** Types of objects and elements. @source Microsoft, "Boot Configuration Data in Windows Vista"; bcdedit's own names. */
const OBJECT = { bootManager: 0x10100002, loader: 0x10200003, device: 0x30000000 } as const;
const ELEMENT = {
  device: '11000001',
  path: '12000002',
  description: '12000004',
  recoverySequence: '14000008',
  recoveryEnabled: '16000009',
  osDevice: '21000001',
  systemRoot: '22000002',
  defaultObject: '23000003',
  displayOrder: '24000001',
  windowsPe: '26000022',
  sdiDevice: '31000003',
  sdiPath: '32000004',
} as const;

export function bcdStore(boot: Boot): HiveKey {
  const { recovery } = boot;
  const windows = binary(deviceElement(boot.windows));
  const found: Record<string, Record<string, HiveValue>> = {
    Description: { KeyName: text('BCD00000000'), System: dword(1), TreatAsSystem: dword(1) },
  };
  const add = (id: string, type: number, elements: Readonly<Record<string, HiveValue>>) => {
    found[`Objects\\${id}\\Description`] = { Type: dword(type) };
    for (const [element, value] of Object.entries(elements))
      found[`Objects\\${id}\\Elements\\${element}`] = { Element: value };
  };
  add(ID.bootManager, OBJECT.bootManager, {
    [ELEMENT.device]: binary(deviceElement(boot.system)),
    [ELEMENT.description]: text('Windows Boot Manager'),
    [ELEMENT.defaultObject]: text(ID.windows),
    [ELEMENT.displayOrder]: texts(ID.windows),
  });
  add(ID.windows, OBJECT.loader, {
    [ELEMENT.device]: windows,
    [ELEMENT.path]: text('\\Windows\\system32\\winload.efi'),
    [ELEMENT.description]: text('Windows 10'),
    [ELEMENT.osDevice]: windows,
    [ELEMENT.systemRoot]: text('\\Windows'),
    ...(recovery === null ? {} : { [ELEMENT.recoverySequence]: texts(recovery.id) }),
    [ELEMENT.recoveryEnabled]: binary(Uint8Array.of(recovery === null ? 0 : 1)),
  });
  if (recovery !== null) {
    const ramdisk = binary(ramdiskElement(recovery.place, `${recovery.path}\\Winre.wim`));
    add(recovery.id, OBJECT.loader, {
      [ELEMENT.device]: ramdisk,
      [ELEMENT.path]: text('\\windows\\system32\\winload.efi'),
      [ELEMENT.description]: text('Windows Recovery Environment'),
      [ELEMENT.osDevice]: ramdisk,
      [ELEMENT.systemRoot]: text('\\windows'),
      [ELEMENT.windowsPe]: binary(Uint8Array.of(1)),
    });
    add(ID.ramdisk, OBJECT.device, {
      [ELEMENT.description]: text('Windows Recovery'),
      [ELEMENT.sdiDevice]: binary(deviceElement(recovery.place)),
      [ELEMENT.sdiPath]: text(`${recovery.path}\\boot.sdi`),
    });
  }
  return keysOf(found);
}

const DEVICE_SIZE = 0x48;
const DEVICE_PARTITION = 6;
const STYLE = { gpt: 0, mbr: 1 } as const;

/** A partition, in 72 bytes: kind and size, partition, style, disk. */
function partitionDevice(place: Place): Uint8Array {
  const bytes = new Uint8Array(DEVICE_SIZE);
  const data = new DataView(bytes.buffer);
  data.setUint32(0x00, DEVICE_PARTITION, true);
  data.setUint32(0x08, DEVICE_SIZE, true);
  if (place.style === 'gpt') bytes.set(guidBytes(place.partition), 0x10);
  else data.setBigUint64(0x10, BigInt(place.offset), true);
  data.setUint32(0x24, STYLE[place.style], true);
  if (place.style === 'gpt') bytes.set(guidBytes(place.disk), 0x28);
  else data.setUint32(0x28, place.signature, true);
  return bytes;
}

function deviceElement(place: Place): Uint8Array {
  return joined(new Uint8Array(16), partitionDevice(place));
}

/** A RAM disk made of a file on a partition: the id of its options, and the place wrapped twice. */
function ramdiskElement(place: Place, path: string): Uint8Array {
  const file = utf16(`${path}\0`);
  const innerSize = 12 + DEVICE_SIZE + file.length;
  const head = Uint32Array.of(0, 1, 16 + 24 + innerSize, 0, 3, 0, 0, 0, 0, 0);
  const inner = Uint32Array.of(1, innerSize, 5);
  return joined(
    guidBytes(ID.ramdisk),
    new Uint8Array(head.buffer),
    new Uint8Array(inner.buffer),
    partitionDevice(place),
    file,
  );
}

/** A GUID's text as it is stored: the first three groups little-endian. */
export function guidBytes(guid: string): Uint8Array {
  const [a, b, c, ...rest] = guid.replace(/[{}]/g, '').split('-');
  const reversed = (group: string) => group.match(/../g)?.reverse().join('') ?? '';
  return new Uint8Array(
    Buffer.from([a, b, c].map((group) => reversed(group as string)).join('') + rest.join(''), 'hex'),
  );
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
