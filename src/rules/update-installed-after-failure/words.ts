import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The update is installed: the error was a false alarm',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The update may well be installed in spite of the error',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Windows Update reported a failure, but the evidence shows that the recovery environment was updated afterwards. Nothing on this device needs repair; the old line may stay in the update history.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Nothing to do. Let Windows Update search once more; if a restart is still asked for, do it when convenient.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'Nothing shows that the update went in after the failure.',
    note: 'Why this cause is ruled out; one line.',
  },
};
