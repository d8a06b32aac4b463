import type { RuleWords } from '../../diagnosis/words.js';

export const words: RuleWords = {
  title: {
    text: 'The component store of Windows is damaged',
    note: 'One line: what is so.',
  },
  suspected: {
    text: 'The component store may be damaged',
    note: 'The same, as a suspicion.',
  },
  summary: {
    text: 'Servicing stopped[[ with {code}]] because of damage in the store that updates are built from.',
    note: 'Why it is so and why it matters.',
  },
  nextStep: {
    text: 'Run dism /online /cleanup-image /restorehealth and then sfc /scannow in an elevated prompt, restart, and try again.',
    note: 'What to do now.',
  },
  cleared: {
    text: 'Nothing shows damage in the component store.',
    note: 'Why this cause is ruled out; one line.',
  },
};
