import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The downloaded update files are damaged',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The downloaded update files may be damaged',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'The files of the update did not pass their check ({code}); they must be fetched again.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Clear the download cache of Windows Update after saving the logs, and let it download again.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'Nothing shows damage in the downloaded files.',
    note: 'Why this cause is ruled out; one line.',
  },
};
