import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'WinRE is switched off',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'WinRE may be switched off',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'The recovery environment is not registered as enabled, so it can be neither started nor updated.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Run reagentc /enable in an elevated prompt, then reagentc /info. If it refuses, keep the code that it prints.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'WinRE is enabled.',
    note: 'Why this cause is ruled out; one line.',
  },
};
