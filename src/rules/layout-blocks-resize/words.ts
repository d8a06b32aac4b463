import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The disk layout keeps the recovery partition from being enlarged',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The disk layout may keep the recovery partition from being enlarged',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'The recovery partition cannot grow where it stands: {obstacle}. The usual steps for resizing would fail or destroy something.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Do not run a resize script. Make room behind the Windows volume first, or create a new recovery partition there, and keep the old one until WinRE runs from the new.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'Nothing in the layout is shown to stand in the way.',
    note: 'Why this cause is ruled out; one line.',
  },
};
