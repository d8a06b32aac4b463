import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'WinRE is switched off by choice: the update is not needed here',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'WinRE may be switched off by choice',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'A stated choice or a policy keeps the recovery environment off on this device, so an update of it has nothing to do.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Nothing to do while the choice stands. If WinRE is wanted again, switch it on with reagentc /enable and install the newest recovery update.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'No choice or policy that keeps WinRE off is shown.',
    note: 'Why this cause is ruled out; one line.',
  },
};
