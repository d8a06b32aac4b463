import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'A restart is awaited: the update finishes with it',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'A restart is probably all that is missing',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Servicing has work that only a full restart finishes. Until then Windows Update may show the generic failure although nothing is broken.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Restart Windows (Restart, not Shut down), let it settle, search for updates once, then look again. If the failure is still new after that, run this tool again.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'No restart is awaited for it.',
    note: 'Why this cause is ruled out; one line.',
  },
};
