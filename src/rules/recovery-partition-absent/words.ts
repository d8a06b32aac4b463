import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'There is no recovery partition that WinRE can use',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'There may be no recovery partition',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'WinRE needs a partition of its own. None is on the disk that Windows starts from, or WinRE lies on the Windows volume itself, where it cannot be serviced safely and BitLocker or a reset fail.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Decide whether WinRE is wanted. If so, create a recovery partition right behind Windows and enable WinRE; if not, the update can be left out.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'There is a recovery partition.',
    note: 'Why this cause is ruled out; one line.',
  },
};
