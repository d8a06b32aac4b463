import { readManageBde } from '../../formats/manage-bde/manage-bde.js';
import { bitLockerState, protectionOf } from '../bitlocker-words.js';
import type { TextIntake } from '../intake.js';

/** Output of `manage-bde -status`. */
export const manageBdeIntake: TextIntake = {
  id: 'manage-bde',
  read(lines, sink) {
    for (const volume of readManageBde(lines)) {
      const told = bitLockerState(volume.conversion);
      // Words that we do not know: all or nothing is still plain from the number.
      const byPercent = volume.percent === 0 ? 'decrypted' : volume.percent === 100 ? 'encrypted' : 'unknown';
      const state = told === 'unknown' ? byPercent : told;
      const protection = volume.protection === null ? 'unknown' : protectionOf(volume.protection);
      const role = volume.isOsVolume ? 'os' : null;
      sink.add(
        'volume-encryption',
        { letter: volume.letter, disk: null, partition: null, state, protection, role },
        {
          witness: 'windows-output',
          at: { line: volume.firstLine },
          quote: `${volume.letter ?? 'volume'}: ${volume.conversion}, ${volume.percent} %, ${volume.protection ?? ''}`,
        },
      );
      sink.claim(volume.firstLine, volume.lastLine);
    }
  },
};
