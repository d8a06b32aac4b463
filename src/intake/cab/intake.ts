import { isCab, openCab } from '../../formats/cab/cab.js';
import type { Intake } from '../intake.js';

/** Opens cabinets: CbsPersist logs and diagnostic bundles. */
export const cabIntake: Intake = {
  id: 'cab',
  recognises: (head) => isCab(head),
  read(artefact, sink) {
    const cab = openCab(artefact.bytes, (defect) => sink.defect(defect));
    const beside = new Map(cab.files.map((file) => [file.name.toLowerCase(), cab.open(file)]));
    for (const file of cab.files) {
      const name = `${artefact.name}/${file.name.replaceAll('\\', '/')}`;
      sink.open({ name, bytes: cab.open(file), depth: artefact.depth + 1, beside });
    }
  },
};
