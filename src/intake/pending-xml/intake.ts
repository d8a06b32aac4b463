import { isPendingXml } from '../../formats/pending-xml/pending-xml.js';
import { headText } from '../head-text.js';
import type { Intake } from '../intake.js';

/** `WinSxS\pending.xml`: that it exists means that servicing awaits a restart. */
export const pendingXmlIntake: Intake = {
  id: 'pending-xml',
  recognises: (head) => isPendingXml(headText(head.subarray(0, 2048))),
  read(artefact, sink) {
    const isInPlace = /(?:^|[\\/])pending\.xml$/i.test(artefact.name); // a renamed one was done with, or given up
    sink.add(
      'pending-restart',
      { indicator: 'pending-xml', present: isInPlace, strength: isInPlace ? 'strong' : 'weak', detail: null },
      { witness: 'state-file', at: { key: 'PendingTransaction' } },
    );
  },
};
