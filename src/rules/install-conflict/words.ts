import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'Another program or installation held the files',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'Another program or installation may have held the files',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Servicing met files in use, or another installation at work[[ ({code})]].',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Restart, keep antivirus and other installers away from the servicing folders, and try again.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'No conflict with another program is shown.',
    note: 'Why this cause is ruled out; one line.',
  },
};
