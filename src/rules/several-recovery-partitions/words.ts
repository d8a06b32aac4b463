import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'There are {partitions} recovery partitions on this disk',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'There may be {partitions} recovery partitions on this disk',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Feature updates leave old recovery partitions behind when the one in use was too small. Only the one that reagentc names counts; free space of the others helps nothing.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Make sure which one is in use (reagentc /info) before any of them is touched.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'There is one recovery partition at most.',
    note: 'Why this is ruled out; one line.',
  },
};
