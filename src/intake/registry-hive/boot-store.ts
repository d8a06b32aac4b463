import type { BootEntry } from '../../evidence/kinds/winre.js';
import { BCD_TYPE, type BcdDevice, type BcdObject, bcdValue, readBcd, showBcdDevice } from '../../formats/bcd/bcd.js';
import type { Hive } from '../../formats/regf/regf.js';
import type { Sink } from '../intake.js';

const ELEMENT = {
  device: 0x11000001,
  path: 0x12000002,
  description: 0x12000004,
  recoverySequence: 0x14000008,
  recoveryEnabled: 0x16000009,
  osDevice: 0x21000001,
  isPe: 0x26000022,
} as const;

/** Loaders that one store is told of. Real ones have up to ten. */
const LOADERS_MAX = 200;

/** Tells of each loader of a boot store: which is started, and where it recovers to. */
export function tellBootStore(hive: Hive, sink: Sink): void {
  const { objects, defaultLoader } = readBcd(hive, (defect) => sink.defect(defect));
  let count = 0;
  for (const object of objects.values()) {
    if (object.type !== BCD_TYPE.osLoader || ++count > LOADERS_MAX) continue;
    const entry = entryOf(object, defaultLoader);
    const title = bcdValue(object, ELEMENT.description, 'string');
    sink.add('boot-entry', entry, {
      witness: 'registry',
      at: { key: `BCD\\${object.path}` },
      quote: `${title ?? ''} {${object.id}} ${entry.device ?? ''}`.trim(),
    });
  }
}

function entryOf(object: BcdObject, defaultLoader: BcdObject | null): BootEntry {
  const device = bcdValue(object, ELEMENT.osDevice, 'device') ?? bcdValue(object, ELEMENT.device, 'device');
  const isImage = device?.kind === 'ramdisk' && /winre\.wim$/i.test(device.path);
  const isNamed = defaultLoader !== null && sequenceOf(defaultLoader) === object.id;
  const isPe = bcdValue(object, ELEMENT.isPe, 'boolean') === true;
  const isRecovery = isImage || (isNamed && isPe);
  return {
    id: object.id,
    role: isRecovery ? 'recovery-loader' : isPe ? 'other' : 'os-loader',
    isDefault: defaultLoader === null ? null : object.id === defaultLoader.id,
    recoverySequence: sequenceOf(object),
    recoveryEnabled: bcdValue(object, ELEMENT.recoveryEnabled, 'boolean'),
    device: device === null ? null : showBcdDevice(device),
    ...placeOf(device),
    path: device?.kind === 'ramdisk' ? device.path : bcdValue(object, ELEMENT.path, 'string'),
  };
}

function sequenceOf(object: BcdObject): string | null {
  return bcdValue(object, ELEMENT.recoverySequence, 'object-list')?.[0] ?? null;
}

function placeOf(device: BcdDevice | null): Pick<BootEntry, 'diskId' | 'partitionId' | 'offsetBytes'> {
  const base = device?.kind === 'ramdisk' ? device.parent : device;
  if (base?.kind === 'gpt-partition') {
    return { diskId: base.diskId, partitionId: base.partitionId, offsetBytes: null };
  }
  if (base?.kind === 'mbr-partition') return { diskId: base.diskId, partitionId: null, offsetBytes: base.offsetBytes };
  return { diskId: null, partitionId: null, offsetBytes: null };
}
