import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'An installed update is known to break WinRE',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'An installed update may have broken WinRE',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: '{badKb} went in without an error, but it is known to leave WinRE broken until {fixKb} is installed.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Install {fixKb} or a later recovery update. Until then keep a USB recovery drive at hand.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'No update that is known to break WinRE is shown to be in.',
    note: 'Why this cause is ruled out; one line.',
  },
};
