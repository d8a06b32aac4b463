import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'Windows says that a restart is awaited: {indicators}',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'A restart may be awaited, by signs that prove little: {indicators}',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'These signs stand: {indicators}. The oldest is of: {since}. Strong ones belong to servicing; a rename of files or of the computer does not.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Restart when convenient, with Restart and not Shut down.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'What was looked for shows no awaited restart.',
    note: 'Why this is ruled out; one line.',
  },
};
