import { type ObjectRecord, readObjects } from '../../formats/object-output/object-output.js';
import { type DateOrder, dateOrderOf } from '../../formats/text/text.js';
import type { TextIntake, TextSink } from '../intake.js';
import { addDisk, addPartitions, addVolume, isDisk, isPartition, isVolume } from './disk-objects.js';
import { addEvent, isEvent } from './event-objects.js';
import {
  addBitLocker,
  addImage,
  addRegistryKey,
  addSystem,
  isBitLocker,
  isImage,
  isRegistryKey,
  isSystem,
} from './system-objects.js';
import {
  addHotfix,
  addPackage,
  addUpdateHistory,
  addUpdateOffer,
  isHotfix,
  isPackage,
  isUpdateHistory,
  isUpdateOffer,
} from './update-objects.js';

/** What an object is, by the properties it has, and who takes it. Tried in this order. */
const KINDS: readonly {
  readonly is: (record: ObjectRecord) => boolean;
  readonly add: (record: ObjectRecord, order: DateOrder | null, sink: TextSink) => void;
}[] = [
  { is: isRegistryKey, add: (record, _order, sink) => addRegistryKey(record, sink) },
  { is: isImage, add: (record, _order, sink) => addImage(record, sink) },
  { is: isVolume, add: (record, _order, sink) => addVolume(record, sink) },
  { is: isDisk, add: (record, _order, sink) => addDisk(record, sink) },
  { is: isHotfix, add: addHotfix },
  { is: isPackage, add: addPackage },
  { is: isUpdateHistory, add: addUpdateHistory },
  { is: isUpdateOffer, add: (record, _order, sink) => addUpdateOffer(record, sink) },
  { is: isBitLocker, add: (record, _order, sink) => addBitLocker(record, sink) },
  { is: isEvent, add: addEvent },
  { is: isSystem, add: addSystem },
];

/** Objects that PowerShell and wmic printed as list, table, JSON or CSV. */
export const objectOutputIntake: TextIntake = {
  id: 'object-output',
  read(lines, sink) {
    const records = readObjects(lines);
    if (records.length === 0) return;
    const order = dateOrderOf(
      records.flatMap(({ fields }) => [...fields.values()].filter((value) => value.includes('/'))),
    );
    for (let index = 0; index < records.length; index++) {
      const record = records[index];
      if (isPartition(record)) {
        let end = index;
        while (end < records.length && isPartition(records[end]) && isSameOutput(records[index], records[end])) end++;
        const group = records.slice(index, end);
        addPartitions(group, sink);
        for (const one of group) sink.claim(one.firstLine, one.lastLine);
        index = end - 1;
        continue;
      }
      const kind = KINDS.find((one) => one.is(record));
      if (kind === undefined) continue;
      kind.add(record, order, sink);
      sink.claim(record.firstLine, record.lastLine);
    }
  },
};

/** Default tables begin anew for each disk, with a line that names it between. */
function isSameOutput(first: ObjectRecord, record: ObjectRecord): boolean {
  return (
    record === first ||
    (record.command === first.command && record.shape === first.shape && !isTableHead(record, first))
  );
}

function isTableHead(record: ObjectRecord, first: ObjectRecord): boolean {
  return first.shape === 'table' && record.lastLine > record.firstLine;
}
