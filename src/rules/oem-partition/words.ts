import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'A partition of the maker lies on this disk ({sizeBytes})',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'A partition of the maker may lie on this disk ({sizeBytes})',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Factory images carry the recovery type as well, or one of their own, but WinRE does not use them ({partitions} here). Behind the recovery partition they also keep it from growing.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Leave it alone: it may be the only way back to the state of delivery.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'No partition of the maker is on the disks that were read.',
    note: 'Why this is ruled out; one line.',
  },
};
