import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The update was already in: it is only offered again',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The update may already have been in before it was offered again',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'The recovery environment had the level of this update before the attempt that failed. Windows offered it again, and the repeat failed without harm.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Nothing to do. Let Windows Update search again; the offer goes away.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'Nothing shows that the update was in before it failed.',
    note: 'Why this cause is ruled out; one line.',
  },
};
