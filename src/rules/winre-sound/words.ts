import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'WinRE is sound and current',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'WinRE looks sound',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'No failed recovery update is in the history that was read, WinRE is on, and its image has the newest level known at the date of this knowledge.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Nothing to do.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'It is not shown that WinRE is on and current.',
    note: 'Why this cause is ruled out; one line.',
  },
};
