import type { Hive } from '../../formats/regf/regf.js';
import { tellRename } from '../registry-facts.js';
import type { OpenHive } from './open-hive.js';

/** As Windows shows the control set that it runs by. */
const SHOWN = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet';
const NAMES = 'Control\\ComputerName';

export function isSystemHive(hive: Hive): boolean {
  return hive.key('Select') !== null;
}

/** Tells of the computer's name, its time zone and the files to be renamed, from the control set that it runs by. */
export function tellSystem(open: OpenHive): void {
  const set = controlSet(open);
  if (set === null) return;
  const [name, nextName] = ['ActiveComputerName', 'ComputerName'].map((last) => {
    const key = open.hive.key(`${set}\\${NAMES}\\${last}`);
    return key === null ? null : open.toRegistryKey(key, `${SHOWN}\\${NAMES}\\${last}`);
  });
  const reading = {
    witness: 'registry',
    at: { key: `${SHOWN}\\${NAMES}\\ComputerName`, value: 'ComputerName' },
  } as const;
  const isRenamed = name !== null && nextName !== null && tellRename(name, nextName, reading, open.sink);
  const goesBy = `${NAMES}\\${isRenamed ? 'ActiveComputerName' : 'ComputerName'}`;
  open.tell(`${set}\\${goesBy}`, `${SHOWN}\\${goesBy}`);
  for (const path of ['Control\\TimeZoneInformation', 'Control\\Session Manager']) {
    open.tell(`${set}\\${path}`, `${SHOWN}\\${path}`);
  }
}

/** `ControlSet001`, by the number in `Select`. */
function controlSet({ hive }: OpenHive): string | null {
  const current = hive.key('Select')?.value('Current')?.number();
  return typeof current === 'number' && current > 0 && current < 1000
    ? `ControlSet${String(current).padStart(3, '0')}`
    : null;
}
