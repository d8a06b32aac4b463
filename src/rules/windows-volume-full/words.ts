import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The Windows volume has too little free space to service WinRE',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The Windows volume may be too full',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Servicing copies the recovery image to the Windows volume and needs its peak size and one GiB more there.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Free several GB on the Windows volume, then try the update again.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'The Windows volume is not shown to be full.',
    note: 'Why this cause is ruled out; one line.',
  },
};
