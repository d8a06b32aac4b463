import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The recovery image is damaged',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The recovery image may be damaged',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Servicing could not read the recovery image. A damaged image can be neither updated nor relied on.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Replace winre.wim with the one of matching installation media, enable WinRE again and install the newest recovery update.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'The recovery image is not shown to be damaged.',
    note: 'Why this cause is ruled out; one line.',
  },
};
