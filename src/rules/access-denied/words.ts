import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'Servicing was denied access',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The command or servicing may lack rights',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'A needed file, key or command was refused ({code}).',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Run the command again in an elevated prompt. If servicing itself is refused, look for security software or changed rights on the recovery folders.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'Nothing shows that access was denied.',
    note: 'Why this cause is ruled out; one line.',
  },
};
