import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'BitLocker keeps WinRE from being enabled or serviced',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'BitLocker may keep WinRE from being enabled',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'The volume that WinRE should lie on is encrypted, and WinRE must be readable without a key.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Make sure the recovery key is saved. Decrypt the recovery partition only, or give WinRE one that is not encrypted, then run reagentc /enable.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'Encryption is not shown to stand in the way.',
    note: 'Why this cause is ruled out; one line.',
  },
};
