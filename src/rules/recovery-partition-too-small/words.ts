import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The recovery partition has too little room for the update',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The recovery partition may have too little room',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Updating WinRE needs room for a larger image on the recovery partition. [[It has {freeBytes} free of {sizeBytes}. ]]Published advice asks for {neededBytes} of free space. Until this is mended WinRE stays without its security fixes.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Restart first. Then enlarge the recovery partition by the steps that fit this disk, after saving the recovery image and the registration.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'The recovery partition is not shown to lack room.',
    note: 'Why this cause is ruled out; one line.',
  },
};
