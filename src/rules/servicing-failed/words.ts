import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'WinRE servicing really failed ({code})',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'WinRE servicing may really have failed',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'The update of the recovery environment did not go in[[ ({code})]]. Nothing that was read says why.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Look at the WinREAgent log named below before changing anything; it states the reason.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'No failure of WinRE servicing itself is shown.',
    note: 'Why this cause is ruled out; one line.',
  },
};
