import { isZip, readZip } from '../../formats/zip/zip.js';
import type { Intake } from '../intake.js';

/** Opens zip archives: bundles of logs, and archives inside them. */
export const zipIntake: Intake = {
  id: 'zip',
  recognises: (head) => isZip(head),
  read(artefact, sink) {
    const members = readZip(artefact.bytes, (defect) => sink.defect(defect));
    const beside = new Map(members.map((member) => [member.path.toLowerCase(), member.bytes]));
    for (const { path, bytes } of members) {
      sink.open({ name: `${artefact.name}/${path}`, bytes, depth: artefact.depth + 1, beside });
    }
  },
};
