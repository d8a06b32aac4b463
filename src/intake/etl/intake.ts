import {
  formatUpdateTraceLine,
  isEtl,
  openEtl,
  readUpdateTraceLine,
  type UpdateTraceLine,
} from '../../formats/etl/etl.js';
import type { Intake, Sink, TextSink } from '../intake.js';
import { takersOf } from '../scan-log.js';
import { updateLog } from '../update-log/intake.js';

/** Event traces of Windows Update: each event becomes the line that WindowsUpdate.log would hold, and is read as that. */
export const etlIntake: Intake = {
  id: 'etl',
  recognises: (head) => isEtl(head),
  read({ bytes, name }, sink) {
    const note: Sink['defect'] = (defect) => sink.defect(defect);
    const takers = takersOf([updateLog], citingRecords(sink), name);
    for (const record of openEtl(bytes, note).records()) {
      const line = readUpdateTraceLine(record, note);
      if (line === null || line.time === null) continue; // without a time it is no line
      const text = textOf(line);
      const lower = text.toLowerCase();
      for (const taker of takers) {
        if (taker.needles.some((needle) => lower.includes(needle))) taker.line({ number: record.number, text });
      }
    }
    // No history: an update may come and go unnamed in it, so nothing is covered.
    for (const taker of takers) taker.end(null, null);
  },
};

/** On one line, with the zone: times of a trace are UTC. */
function textOf(line: UpdateTraceLine): string {
  return formatUpdateTraceLine(line, 'Z').replace(/[\r\n]+/g, ' ');
}

/** What a reader of lines says of line 7 was read in record 7. */
function citingRecords(sink: Sink): TextSink {
  return {
    add(kind, value, reading) {
      const { at } = reading;
      sink.add(kind, value, { ...reading, at: 'line' in at ? { record: at.line } : at });
    },
    cover: (subject, from, to) => sink.cover(subject, from, to),
    defect: (error) => sink.defect(error),
    open: (inner) => sink.open(inner),
    claim: () => {},
  };
}
