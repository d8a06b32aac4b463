import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'A newer recovery update is in: only an old line is left in the history',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'A newer recovery update may have replaced the failed one',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'The failed update was replaced by a later one ({newerKb}) that is installed. The old line stays in the history and can be ignored.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Nothing to do. Do not delete the update store to clean the list: that destroys the history and mends nothing.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'No later update that replaces this one is shown to be installed.',
    note: 'Why this cause is ruled out; one line.',
  },
};
