import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'This failure is not about WinRE: {productName}',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'This failure is probably not about WinRE: {productName}',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: '0x80070643 only says that an installer failed. What failed here is {productName}; the recovery partition has nothing to do with it.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: '{fix}',
    note: 'What to do now.',
  },
  cleared: {
    text: 'What failed is not shown to be another product.',
    note: 'Why this cause is ruled out; one line.',
  },
};
