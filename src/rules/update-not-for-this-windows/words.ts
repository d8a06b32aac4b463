import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: '{kb} is not for this Windows',
    note: 'One line: what is so.',
  },
  suspected: {
    text: '{kb} may not be for this Windows',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: '{kb} is published for other builds than {build}, and nothing that was read shows that it was tried here. Windows Update does not offer it to this device.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Nothing to do. If Windows Update does show it as failed here, pass its record as well.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'The update is for this Windows.',
    note: 'Why this is ruled out; one line.',
  },
};
