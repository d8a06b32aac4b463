import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The recovery image is gone',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The recovery image may be gone',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'No winre.wim is at the place where it is registered or staged, so WinRE can be neither enabled nor updated.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Take winre.wim from installation media of the same Windows version and language, put it in System32\\Recovery, then run reagentc /enable.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'A recovery image is there.',
    note: 'Why this cause is ruled out; one line.',
  },
};
