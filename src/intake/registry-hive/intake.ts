import type { ByteSource } from '../../bytes/byte-source.js';
import { isBcd } from '../../formats/bcd/bcd.js';
import { isHiveLog, isRegf, openHive } from '../../formats/regf/regf.js';
import type { Artefact, Intake } from '../intake.js';
import { tellBootStore } from './boot-store.js';
import { OpenHive } from './open-hive.js';
import { isSoftwareHive, tellSoftware } from './software.js';
import { isSystemHive, tellSystem } from './system.js';

/** Endings of the logs of a hive, in the order of their use. */
const LOG_ENDINGS = ['.log1', '.log2', '.log'] as const;

/** Registry hives: SOFTWARE, SYSTEM and the boot store, told apart by what is in them. */
export const registryHiveIntake: Intake = {
  id: 'registry-hive',
  recognises: (head) => isRegf(head) && !isHiveLog(head),
  read(artefact, sink) {
    let defects = 0;
    const note = (defect: Parameters<typeof sink.defect>[0]) => {
      defects++;
      sink.defect(defect);
    };
    const hive = openHive(artefact.bytes, note, { logs: logsOf(artefact) });
    const open = new OpenHive(hive, sink, () => defects);
    if (isBcd(hive)) tellBootStore(hive, sink);
    else if (isSoftwareHive(hive)) tellSoftware(open);
    else if (isSystemHive(hive)) tellSystem(open);
  },
};

/** Logs of hives tell nothing by themselves: the hive beside them is read with them. */
export const hiveLogIntake: Intake = {
  id: 'registry-hive-log',
  recognises: (head) => isHiveLog(head),
  read: () => {},
};

/** The logs beside a hive. Those of a member of an archive are known by its path in there, others by their name. */
function logsOf({ name, beside }: Artefact): ByteSource[] {
  if (beside === undefined) return [];
  const parts = name.toLowerCase().split(/[\\/]/);
  const logs: ByteSource[] = [];
  for (const ending of LOG_ENDINGS) {
    for (let from = 0; from < parts.length; from++) {
      const log = beside.get(`${parts.slice(from).join('/')}${ending}`);
      if (log === undefined) continue;
      logs.push(log);
      break;
    }
  }
  return logs;
}
