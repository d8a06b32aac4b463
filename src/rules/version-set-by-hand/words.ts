import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The registry claims a WinRE level that nothing measured: {version}',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The WinRE level in the registry stands alone: {version}',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Public scripts write this value by hand to silence scanners. It is no proof that the image has that level, and Windows Update may skip updates because of it.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Read the level from the image itself before relying on the value.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'What was measured reaches the level in the registry.',
    note: 'Why this is ruled out; one line.',
  },
};
