import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The evidence shows that the update is in',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The update may be in',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'What is cited here shows the update, or one that replaces it, as installed, later than its failure or in the image itself.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Nothing to do for this update.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'Nothing shows that the update is in.',
    note: 'Why this is ruled out; one line.',
  },
};
