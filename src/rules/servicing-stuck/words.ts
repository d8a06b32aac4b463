import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'Servicing is stuck: the same work outlives full restarts',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'Servicing may be stuck',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Work that a restart should have finished is still pending after {restarts} full restarts.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Do not keep restarting. Save the logs, then repair servicing: dism /online /cleanup-image /restorehealth, and an in-place repair if that does not help.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'No pending work is shown to outlive full restarts.',
    note: 'Why this cause is ruled out; one line.',
  },
};
