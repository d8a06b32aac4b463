import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The recovery image lacks the fixes for {weaknesses}',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The recovery image may lack the fixes for {weaknesses}',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'The image is at {version}, below the level that mends {weaknesses}. Who holds the device can use them to get past BitLocker through WinRE.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Bring the recovery image up to date once the answer above is done.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'No weakness with a published level is open at this level.',
    note: 'Why this is ruled out; one line.',
  },
};
