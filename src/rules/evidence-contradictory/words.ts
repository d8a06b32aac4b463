import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The evidence contradicts itself: {about}',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The evidence may contradict itself: {about}',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Witnesses disagree on: {about}. Each is kept; the better one, by the table of trust, is believed, and the answer is no surer than that.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Look again at what they disagree on, on the device itself.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'What was read of WinRE agrees.',
    note: 'Why this is ruled out; one line.',
  },
};
