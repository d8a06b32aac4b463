import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'WinRE lies on the Windows volume itself',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'WinRE may lie on the Windows volume itself',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Where no recovery partition could hold the image, reagentc puts it on the Windows volume. With BitLocker it cannot be started from there, and a reset or remote wipe fails.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'See the answer above for what to do about the recovery partition.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'WinRE is registered elsewhere than on the Windows volume.',
    note: 'Why this is ruled out; one line.',
  },
};
